import type { Failure } from '../../src/apparel/failure.ts'
import { Queue, type Stages } from '../../src/inference/queue/queue.ts'
import type { PictureSource, Priority } from '../../src/messages/host-port.ts'

/** A queue whose stages wait until the test completes them. */
export function openQueue({ batchSize = 1 } = {}) {
  const reads = new Map<string, PromiseWithResolvers<{ input: string } | { result: string }>>()
  const started: string[] = []
  const aborted: string[] = []
  const runs: { inputs: string[]; done: (error?: Error) => void }[] = []
  const stages: Stages<string, string> = {
    read: (source, signal) => {
      const { url } = source as { url: string }
      started.push(url)
      signal.addEventListener('abort', () => aborted.push(url))
      const read = withResolvers<{ input: string } | { result: string }>()
      reads.set(url, read)
      return read.promise
    },
    run: inputs =>
      new Promise((resolve, reject) => {
        runs.push({ inputs, done: error => (error ? reject(error) : resolve(inputs.map(input => `${input}!`))) })
      }),
    batchSize: () => batchSize,
  }
  const queue = new Queue(stages)
  const answers: [string, string | Failure][] = []
  const ask = (url: string, priority: Priority = 'visible', tab = 'tab') =>
    queue.ask({
      tab,
      key: url,
      source: { url } satisfies PictureSource,
      priority,
      deliver: answer => answers.push([url, answer]),
    })
  return { queue, ask, reads, started, aborted, runs, answers }
}

/** Node 20 has no `Promise.withResolvers`. */
function withResolvers<T>(): PromiseWithResolvers<T> {
  let resolve: PromiseWithResolvers<T>['resolve'] = () => {}
  let reject: PromiseWithResolvers<T>['reject'] = () => {}
  const promise = new Promise<T>((...both) => {
    ;[resolve, reject] = both
  })
  return { promise, resolve, reject }
}

/** Runs all settled promises' reactions. */
export const settled = () => new Promise(resolve => setImmediate(resolve))
