import './base64-polyfill.ts'
import { IDBFactory } from 'fake-indexeddb'
import type { Tag } from '../../src/history/tag.ts'
import { freshHistory, tag } from './fresh-history.ts'

/** Starts over with an empty history and fresh modules. */
export async function freshImport() {
  const history = await freshHistory()
  const { exportHistory } = await import('../../src/history/export/export-history.ts')
  const { checkImport } = await import('../../src/history/import/check-import.ts')
  return { history, exportHistory, checkImport }
}

export const idOf = (n: number) => n.toString(16).padStart(64, '0')

/** A realistic tag, with a hash as its id and an embedding of 1280 components. */
export function realTag(n: number, rest: Partial<Tag> = {}): Tag {
  const embedding = Int8Array.from({ length: 1280 }, (_, i) => ((i * 7 + n) % 256) - 128)
  return tag(idOf(n), 1000 + n, { embedding, ...rest })
}

/** The lines of an export of two tags, to be corrupted. Leaves an empty database behind. */
export async function linesOfTwo(): Promise<string[]> {
  const { history, exportHistory } = await freshImport()
  await history.saveTag(realTag(1))
  await history.saveTag(realTag(2))
  const text = await (await exportHistory('json')).text()
  globalThis.indexedDB = new IDBFactory()
  return text.split('\n')
}
