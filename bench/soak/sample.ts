import { hostStatus } from '../../scripts/drive/ask-host.ts'
import type { Bench } from '../page/open-bench.ts'
import { descendants, openFiles, privateMemory } from '../parts/process-memory.ts'

const MB = 1e6

/** What the browser and the extension hold at one moment. Memory in MB. */
export interface Sample {
  /** Private memory of the extension's processes. */
  extension: number
  /** Private memory of all the browser's processes. */
  browser: number
  /** Files, sockets and the like that those processes hold open. */
  files: number
  /** Memory of the network: its tensors on a GPU, its WebAssembly memory otherwise. */
  network: number
  /** Disk space of the extension's databases. */
  database: number
  tags: number
}

/** Takes a sample. Memory and files are NaN on systems without `/proc`. */
export async function takeSample({ own }: Bench): Promise<Sample> {
  const processes = await descendants()
  const memory = await Promise.all(processes.map(privateMemory))
  const files = await Promise.all(processes.map(openFiles))
  const status = await hostStatus(own)
  const { usage, tags } = await own.evaluate(readDatabase)
  return {
    extension: sum(memory.filter((_, i) => processes[i]?.command.includes('--extension-process'))),
    browser: sum(memory.filter((_, i) => isBrowser(processes[i]?.command))),
    files: sum(files.filter((_, i) => isBrowser(processes[i]?.command))),
    network: status.state === 'ready' ? status.memory / MB : Number.NaN,
    database: usage / MB,
    tags,
  }
}

/** The compiler and others descend from this process too. */
function isBrowser(command = ''): boolean {
  return /^[^\0]*chrom/i.test(command)
}

/** No samples at all means that this system does not tell. */
function sum(values: number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0)
}

/** Runs in a page of the extension. */
async function readDatabase(): Promise<{ usage: number; tags: number }> {
  const { usage = 0 } = await navigator.storage.estimate()
  const result = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const database = await result(indexedDB.open('history'))
  const tags = await result(database.transaction('tags').objectStore('tags').count())
  database.close()
  return { usage, tags }
}
