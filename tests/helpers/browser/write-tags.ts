/**
 * Writes hats to the history, each a millisecond newer than the one before, the first seen at 1,700,000,000,000. Runs in a page
 * of the extension.
 * @param askedEvery a user asked for every n-th tag, from the first on; 0 for none
 */
export async function writeTags(count: number, askedEvery: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('history')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const stores = database.transaction(['tags', 'thumbnails', 'embeddings', 'counts'], 'readwrite')
  stores.objectStore('counts').put({ Hat: count }, 'garments')
  for (let i = 0; i < count; i++) {
    const by = askedEvery > 0 && i % askedEvery === 0 ? 'asked' : 'auto'
    const facts = { id: `${i}`, garment: 'Hat', confidence: 0.9, probabilities: [], pageUrl: '', pageTitle: '' }
    stores.objectStore('tags').put({ ...facts, imageUrl: '', seenAt: 1_700_000_000_000 + i, by })
    stores.objectStore('thumbnails').put(new Uint8Array(9), `${i}`)
    stores.objectStore('embeddings').put(new Int8Array(1280), `${i}`)
  }
  await new Promise<void>((resolve, reject) => {
    stores.oncomplete = () => resolve()
    stores.onabort = () => reject(stores.error)
  })
  database.close()
}
