import type { Page } from 'puppeteer'

/** Reads all of a store of one of the extension's databases. @param own any page of the extension */
export function readStore<Value>(own: Page, database: 'history' | 'teaching', store: string): Promise<Value[]> {
  return own.evaluate(readAll<Value>, database, store)
}

/** Runs in a page of the extension. */
async function readAll<Value>(name: string, store: string): Promise<Value[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const reading = database.transaction(store).objectStore(store).getAll()
  const values = await new Promise<Value[]>((resolve, reject) => {
    reading.onsuccess = () => resolve(reading.result)
    reading.onerror = () => reject(reading.error)
  })
  database.close()
  return values
}
