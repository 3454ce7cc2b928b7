/**
 * Writes two own kinds, "Kimono" and "Saree", with examples as if the user had taught them, and corrections to boots: of every
 * four examples, two are kimonos, one a saree and one a boot. Runs in a page of the extension.
 * @param network name of the network that has embedded the examples
 * @param kindCount number of the kinds that it knows
 */
export async function writeTaught(count: number, network: string, kindCount: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('teaching')
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const canvas = new OffscreenCanvas(224, 224)
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = '#a3195b'
    context.fillRect(60, 20, 104, 184)
  }
  const picture = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
  const stores = database.transaction(['ownKinds', 'examples', 'pictures'], 'readwrite')
  const isBadged = true
  stores.objectStore('ownKinds').put({ id: 'kimono', name: 'Kimono', colour: '#a3195b', isBadged, createdAt: 1 })
  stores.objectStore('ownKinds').put({ id: 'saree', name: 'Saree', colour: '#1f6f54', isBadged, createdAt: 2 })
  const says = [{ own: 'kimono' }, { own: 'kimono' }, { own: 'saree' }, { label: 'Shoes', kind: 'Boot' }]
  // Noise of xorshift, so that no two examples are the same picture.
  let state = 1
  const noise = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  }
  for (let i = 0; i < count; i++) {
    const embedding = new Int8Array(1280).map((_, at) => (at * ((i % says.length) + 3) + i) % 128)
    const fingerprint = new Uint8Array(3072).map(noise)
    const outputs = { embedding, fingerprint, logits: new Float32Array(11), kinds: new Float32Array(kindCount) }
    const origin = { network, site: '', tag: `${i}`, taughtAt: i }
    stores.objectStore('examples').put({ id: `${i}`, says: says[i % says.length], ...outputs, ...origin })
    stores.objectStore('pictures').put(picture, `${i}`)
  }
  await new Promise<void>((resolve, reject) => {
    stores.oncomplete = () => resolve()
    stores.onabort = () => reject(stores.error)
  })
  database.close()
  const channel = new BroadcastChannel('teaching')
  channel.postMessage({ from: 'test' })
  channel.close()
}
