import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { type FileFailure, failureOfSystem } from './file-answer.ts'

/** A file to classify, or what cannot be read. Paths are bytes, because not every file name is valid UTF-8. */
export interface ListedFile {
  path: Buffer
  failure?: FileFailure
}

interface Entry {
  path: Buffer
  /** Needs no further look. */
  isFile: boolean
}

const SLASH = '/'.charCodeAt(0)
const DOT = '.'.charCodeAt(0)

/**
 * Lists the files at the given paths: files as they are, folders with all that they hold, sorted by the bytes of the names.
 * Skips the hidden entries of folders. Follows links, but enters a folder only once for each given path, so that loops end.
 */
export async function* listFiles(paths: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<ListedFile> {
  for await (const path of paths) {
    const entered = new Set<string>()
    const waiting: Entry[] = [{ path, isFile: false }]
    for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
      const found = entry.isFile ? entry : await look(entry.path, entered)
      if (!Array.isArray(found)) yield found
      // Not `push(...found)`: a folder may hold more entries than a call may have arguments.
      else for (const one of found.reverse()) waiting.push(one)
    }
  }
}

/** Every `of`-th listed file from number `number` on, counted from 1: one machine's share of the work. */
export async function* shardOf(
  files: AsyncIterable<ListedFile>,
  number: number,
  of: number,
): AsyncGenerator<ListedFile> {
  let position = 0
  for await (const file of files) if (position++ % of === number - 1) yield file
}

/** Looks what a path is. @returns the entries of a folder that has not been entered; otherwise the file or failure */
async function look(path: Buffer, entered: Set<string>): Promise<ListedFile | Entry[]> {
  try {
    const found = await stat(path, { bigint: true })
    if (!found.isDirectory()) return { path }
    const identity = `${found.dev}:${found.ino}`
    if (entered.has(identity)) return []
    entered.add(identity)
    return await entriesOf(path)
  } catch (error) {
    return { path, failure: failureOfSystem(error) }
  }
}

async function entriesOf(folder: Buffer): Promise<Entry[]> {
  const entries = (await readdir(folder, { withFileTypes: true, encoding: 'buffer' })) as unknown as Dirent<Buffer>[]
  const separator = folder.at(-1) === SLASH ? [] : [SLASH]
  return entries
    .filter(({ name }) => name[0] !== DOT)
    .sort((a, b) => Buffer.compare(a.name, b.name))
    .map(entry => ({ path: Buffer.concat([folder, Buffer.from(separator), entry.name]), isFile: entry.isFile() }))
}
