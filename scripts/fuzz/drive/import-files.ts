import type { ImportCase } from '../make/import-case.ts'
import type { Seen } from '../outcome.ts'
import { reasonIn } from './texts.ts'
import { PATIENCE_MS, type World } from './world.ts'

/** Imports files on the history page one after the other. Those without an end are left out. */
export async function importFiles({ history, own }: World, files: ImportCase[]): Promise<Map<number, Seen>> {
  const seen = new Map<number, Seen>()
  for (const { seed, bytes, ids } of files) {
    const base64 = Buffer.from(bytes).toString('base64')
    const said = await history.evaluate(importOne, base64, `history-${seed}.json`, PATIENCE_MS)
    if (said === undefined) break
    const kept = await own.evaluate(whichAreKept, ids)
    seen.set(seed, judgeImport(said, kept, ids.length))
  }
  return seen
}

function judgeImport(said: string, { ids, faults }: Kept, count: number): Seen {
  if (faults.length > 0) return { wrong: faults.join(', ') }
  if (said === '') return { answered: true }
  // The title of the dialog that refuses a file, too, has such a name.
  const reason = reasonIn(said, 'import_')
  if (!reason) return { wrong: `the reason is “${said}”` }
  return ids > 0 ? { wrong: `${ids} of ${count} tags are there although the file was refused` } : { reason }
}

/** Runs in the history page. @returns '' once the file is imported, the reason if it is refused, undefined after the time */
async function importOne(base64: string, name: string, patienceMs: number): Promise<string | undefined> {
  const bytes = await (await fetch(`data:application/json;base64,${base64}`)).arrayBuffer()
  const input = document.querySelector<HTMLInputElement>('input.import-file')
  if (!input) return undefined
  const until = (isDone: () => boolean) =>
    new Promise<boolean>(resolve => {
      const watch = new MutationObserver(look)
      const timer = setTimeout(() => end(false), patienceMs)
      function look(): void {
        if (isDone()) end(true)
      }
      function end(done: boolean): void {
        clearTimeout(timer)
        watch.disconnect()
        resolve(done)
      }
      watch.observe(document, { subtree: true, childList: true, characterData: true })
      look()
    })
  const data = new DataTransfer()
  data.items.add(new File([bytes], name, { type: 'application/json' }))
  const dialog = () => document.querySelector('#import-title')
  const refusal = () => document.querySelector('.dialog .trouble')
  const opened = until(() => dialog() !== null)
  input.files = data.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  if (!(await opened)) return undefined
  if (!(await until(() => !dialog() || refusal() !== null))) return undefined
  const reason = refusal()?.textContent ?? ''
  if (reason) {
    document.querySelector<HTMLElement>('.dialog .acts button')?.click()
    if (!(await until(() => !dialog()))) return undefined
  }
  if ('polluted' in {}) return 'The prototype of all objects is polluted.'
  return reason
}

interface Kept {
  /** How many of the ids are in the history. */
  ids: number
  faults: string[]
}

/** Runs in a page of the extension. Looks for tags with these ids, and for records that belong to none. */
async function whichAreKept(ids: string[]): Promise<Kept> {
  const result = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await result(indexedDB.open('history'))
  const stores = database.transaction(['tags', 'thumbnails', 'embeddings', 'deleted'])
  const keysOf = async (name: string) => new Set((await result(stores.objectStore(name).getAllKeys())).map(String))
  const [tags, thumbnails, embeddings, deleted] = await Promise.all(
    ['tags', 'thumbnails', 'embeddings', 'deleted'].map(keysOf),
  )
  database.close()
  const faults: string[] = []
  for (const id of tags ?? [])
    if (!thumbnails?.has(id) || !embeddings?.has(id)) faults.push(`the tag ${id} is not whole`)
  for (const id of thumbnails ?? [])
    if (!tags?.has(id) && !deleted?.has(id)) faults.push(`a thumbnail has no tag ${id}`)
  return { ids: ids.filter(id => tags?.has(id)).length, faults }
}
