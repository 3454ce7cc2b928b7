import type { Session } from './session.ts'

/** Deletes everything that was taught. The shop's pictures of one garment are the same picture in other sizes. */
export async function forgetTaught(session: Session): Promise<void> {
  const own = await session.openOwnPage()
  await own.evaluate(async () => {
    const known = await indexedDB.databases()
    if (!known.some(({ name }) => name === 'teaching')) return
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('teaching')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const stores = [...database.objectStoreNames]
    const erasing = database.transaction(stores, 'readwrite')
    for (const store of stores) erasing.objectStore(store).clear()
    await new Promise((resolve, reject) => {
      erasing.oncomplete = resolve
      erasing.onabort = reject
    })
    database.close()
    const channel = new BroadcastChannel('teaching')
    channel.postMessage('changed')
    channel.close()
  })
  await own.close()
}
