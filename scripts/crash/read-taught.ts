import type { Launched } from '../drive/launch.ts'
import type { Survivors } from './confirmed.ts'

/** Reads everything that was taught record by record, using none of the extension's own code. */
export async function readTaught({ browser, extensionId }: Launched): Promise<Survivors> {
  const page = await browser.newPage()
  // The compiler wraps functions in a call that pages do not define.
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  // A page of the extension that does not open the database.
  await page.goto(`chrome-extension://${extensionId}/icons/16.png`)
  const { ids, faults } = await page.evaluate(readTeaching)
  await page.close()
  return { tags: new Set(ids), faults }
}

/** Runs in a page of the extension. */
async function readTeaching(): Promise<{ ids: string[]; faults: string[] }> {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === 'teaching')) return { ids: [], faults: [] }
  const result = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await result(indexedDB.open('teaching'))
  const stores = database.transaction(['examples', 'pictures', 'ownKinds'])
  type Example = { id: string; says: { own?: string }; embedding: Int8Array; fingerprint: Uint8Array }
  const [examples, pictureKeys, pictures, ownKinds] = await Promise.all([
    result<Example[]>(stores.objectStore('examples').getAll()),
    result(stores.objectStore('pictures').getAllKeys()),
    result<Uint8Array<ArrayBuffer>[]>(stores.objectStore('pictures').getAll()),
    result<{ id: string; name: string }[]>(stores.objectStore('ownKinds').getAll()),
  ])
  database.close()
  const faults: string[] = []
  const ids = examples.map(({ id }) => id)
  const keys = new Set(pictureKeys.map(String))
  for (const { id, says, embedding, fingerprint } of examples) {
    if (embedding?.length !== 1280 || fingerprint?.length !== 3072) faults.push(`the example ${id} is damaged`)
    if (!keys.has(id)) faults.push(`the example ${id} has no picture`)
    if (says.own && !ownKinds.some(kind => kind.id === says.own)) faults.push(`the kind of the example ${id} is gone`)
  }
  for (const key of keys) if (!ids.includes(key)) faults.push(`the picture ${key} is of no example`)
  if (new Set(ownKinds.map(({ name }) => name)).size < ownKinds.length) faults.push('two own kinds have one name')
  await Promise.all(
    pictures.map(async (bytes, i) => {
      const picture = await createImageBitmap(new Blob([bytes])).catch(() => undefined)
      if (picture?.width !== 224) faults.push(`the picture of ${pictureKeys[i]} is damaged`)
      picture?.close()
    }),
  )
  return { ids, faults }
}
