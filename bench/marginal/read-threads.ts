import { readdir } from 'node:fs/promises'
import { familyOf, readProc } from '../process-family.ts'

/** A thread of a browser. */
export interface Thread {
  /** What its process does, as in `processOf`. */
  process: string
  /** Its name, such as `DedicatedWorker`; that of a process's first thread is the program's. */
  name: string
  /** Processor time so far, milliseconds. */
  milliseconds: number
}

const NS_PER_MS = 1e6

/**
 * All threads of a process and its descendants by thread id. Works on Linux, whose scheduler counts nanoseconds.
 * @param root id of the browser's first process
 */
export async function readThreads(root: number): Promise<Map<string, Thread>> {
  const threads = new Map<string, Thread>()
  for (const pid of await familyOf(String(root))) {
    const process = processOf(await readProc(`${pid}/cmdline`))
    const ids = await readdir(`/proc/${pid}/task`).catch(() => [])
    for (const id of ids) {
      const [name, times] = await Promise.all([
        readProc(`${pid}/task/${id}/comm`),
        readProc(`${pid}/task/${id}/schedstat`),
      ])
      const milliseconds = Number(times.split(' ')[0]) / NS_PER_MS
      threads.set(id, { process, name: id === pid ? 'main' : name.trim(), milliseconds })
    }
  }
  return threads
}

/** What a process does, by its command line. Chromium starts its network and its storage as services. */
function processOf(command: string): string {
  const optionOf = (option: string) => command.match(new RegExp(`--${option}=([^\\s\\0]+)`))?.[1]
  const type = optionOf('type')
  if (!type) return 'browser'
  if (type === 'renderer') return command.includes('--extension-process') ? 'extension' : 'page'
  return type === 'utility' ? (optionOf('utility-sub-type')?.split('.')[0] ?? 'utility') : type
}
