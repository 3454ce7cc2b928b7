import type { Launched } from '../drive/launch.ts'
import type { Survivors } from './confirmed.ts'

/** Reads the whole history record by record, using none of the extension's own code. */
export async function readSurvivors({ browser, extensionId }: Launched): Promise<Survivors> {
  const page = await browser.newPage()
  // The compiler wraps functions in a call that pages do not define.
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  // A page of the extension that does not open the database.
  await page.goto(`chrome-extension://${extensionId}/icons/16.png`)
  const { tags, faults } = await page.evaluate(readHistory)
  await page.close()
  return { tags: new Set(tags), faults }
}

/** Runs in a page of the extension. */
async function readHistory(): Promise<{ tags: string[]; faults: string[] }> {
  const known = await indexedDB.databases()
  if (!known.some(({ name }) => name === 'history')) return { tags: [], faults: [] }
  const result = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await result(indexedDB.open('history'))
  const names = ['tags', 'thumbnails', 'embeddings', 'deleted', 'counts']
  const stores = database.transaction(names)
  const store = (name: string) => stores.objectStore(name)
  const [facts, gone, thumbnailKeys, thumbnails, embeddingKeys, embeddings, bySeen, byWhom, counts] = await Promise.all(
    [
      result<{ id: string; garment?: string; probabilities?: number[]; pageUrl?: string }[]>(store('tags').getAll()),
      result<{ id: string }[]>(store('deleted').getAll()),
      result(store('thumbnails').getAllKeys()),
      result<Uint8Array<ArrayBuffer>[]>(store('thumbnails').getAll()),
      result(store('embeddings').getAllKeys()),
      result<Int8Array[]>(store('embeddings').getAll()),
      result(store('tags').index('seenAt').count()),
      result(store('tags').index('by').count()),
      result<Record<string, number>>(store('counts').get('garments')),
    ],
  )
  database.close()
  const tags = facts.map(({ id }) => id)
  const deleted = gone.map(({ id }) => id)
  const faults: string[] = []
  for (const { id, garment, probabilities, pageUrl } of facts)
    if (!garment || probabilities?.length !== 11 || pageUrl === undefined) faults.push(`the facts of ${id} are damaged`)
  if (bySeen !== tags.length || byWhom !== tags.length)
    faults.push(`there are ${tags.length} tags, but ${bySeen} and ${byWhom} in the indexes`)
  for (const [garment, count] of Object.entries(counts)) {
    const found = facts.filter(one => one.garment === garment).length
    if (found !== count) faults.push(`${found} tags are of class ${garment}, but ${count} by the counts`)
  }
  // Every tag has both records, and no such record exists without its tag.
  const whole = new Set([...tags, ...deleted])
  for (const [what, keys] of Object.entries({ thumbnail: thumbnailKeys, embedding: embeddingKeys })) {
    const there = new Set(keys.map(String))
    for (const id of whole) if (!there.has(id)) faults.push(`${id} has no ${what}`)
    for (const id of there) if (!whole.has(id)) faults.push(`the ${what} of ${id} is of no tag`)
  }
  for (const [i, embedding] of embeddings.entries())
    if (embedding.length !== 1280) faults.push(`the embedding of ${embeddingKeys[i]} is damaged`)
  await Promise.all(
    thumbnails.map(async (bytes, i) => {
      const picture = await createImageBitmap(new Blob([bytes])).catch(() => undefined)
      if (!picture) faults.push(`the thumbnail of ${thumbnailKeys[i]} is damaged`)
      picture?.close()
    }),
  )
  return { tags, faults }
}
