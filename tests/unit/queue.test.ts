import { describe, expect, it } from 'vitest'
import { PictureError } from '../../src/inference/failure.ts'
import { Queue, type Stages } from '../../src/inference/queue.ts'
import type { Failure, PictureSource, Priority } from '../../src/messages.ts'

/** A queue whose every stage waits until the test lets it go. */
function openQueue({ batchSize = 1 } = {}) {
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
  const ask = (url: string, priority: Priority = 'visible') =>
    queue.ask(url, { url } satisfies PictureSource, priority, answer => answers.push([url, answer]))
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

/** Lets every promise that is ready go on. */
const settled = () => new Promise(resolve => setImmediate(resolve))

describe('Queue', () => {
  it('answers what was read and run', async () => {
    const { ask, reads, runs, answers, queue } = openQueue()
    ask('a')
    reads.get('a')?.resolve({ input: 'a' })
    await settled()
    runs[0]?.done()
    await settled()
    expect(answers).toEqual([['a', 'a!']])
    expect(queue.size).toBe(0)
  })

  it('reads and runs once for all who ask for the same', async () => {
    const { ask, reads, runs, answers, started } = openQueue()
    ask('a')
    ask('a')
    reads.get('a')?.resolve({ input: 'a' })
    await settled()
    runs[0]?.done()
    await settled()
    expect(started).toEqual(['a'])
    expect(answers).toEqual([
      ['a', 'a!'],
      ['a', 'a!'],
    ])
  })

  it('reads what is wanted most first, and follows a change of priority', async () => {
    const { ask, reads, started } = openQueue()
    for (let i = 0; i < 6; i++) ask(`first ${i}`)
    ask('later', 'later')
    const near = ask('near', 'near')
    ask('visible')
    near.prioritise('asked')
    for (const url of ['first 0', 'first 1']) reads.get(url)?.reject(new PictureError('empty'))
    await settled()
    expect(started.slice(6)).toEqual(['near', 'visible'])
  })

  it('reads what a person asked for though every reader hangs', () => {
    const { ask, started } = openQueue()
    for (let i = 0; i < 20; i++) ask(`hangs ${i}`)
    expect(started).toHaveLength(6)
    ask('mine', 'asked')
    expect(started.at(-1)).toBe('mine')
  })

  it('does not read far ahead of a slow network', async () => {
    const { ask, reads, started } = openQueue()
    for (let i = 0; i < 50; i++) ask(`${i}`)
    for (let round = 0; round < 10; round++) {
      for (const [url, read] of reads) read.resolve({ input: url })
      await settled()
    }
    // One runs and sixteen wait.
    expect(started).toHaveLength(17)
  })

  it('runs batches, the most wanted first', async () => {
    const { ask, reads, runs } = openQueue({ batchSize: 2 })
    ask('a', 'later')
    reads.get('a')?.resolve({ input: 'a' })
    await settled()
    for (const [url, priority] of [
      ['b', 'later'],
      ['c', 'near'],
      ['d', 'visible'],
    ] as const)
      ask(url, priority)
    for (const url of ['b', 'c', 'd']) reads.get(url)?.resolve({ input: url })
    await settled()
    runs[0]?.done()
    await settled()
    expect(runs.map(run => run.inputs)).toEqual([['a'], ['d', 'c']])
  })

  it('ends a picture that cannot be read with its reason, and goes on', async () => {
    const { ask, reads, runs, answers } = openQueue()
    ask('bad')
    ask('good')
    reads.get('bad')?.reject(new PictureError('refused', '404'))
    reads.get('good')?.resolve({ input: 'good' })
    await settled()
    runs[0]?.done()
    await settled()
    expect(answers).toEqual([
      ['bad', { failure: 'refused', detail: '404' }],
      ['good', 'good!'],
    ])
  })

  it('ends a batch on which the network failed, and goes on', async () => {
    const { ask, reads, runs, answers } = openQueue()
    ask('a')
    reads.get('a')?.resolve({ input: 'a' })
    await settled()
    runs[0]?.done(new Error('device lost'))
    await settled()
    expect(answers).toEqual([['a', { failure: 'network_failed', detail: 'device lost' }]])
    ask('b')
    reads.get('b')?.resolve({ input: 'b' })
    await settled()
    expect(runs[1]?.inputs).toEqual(['b'])
  })

  it('takes a result that was known already without running', async () => {
    const { ask, reads, runs, answers } = openQueue()
    ask('a')
    reads.get('a')?.resolve({ result: 'known' })
    await settled()
    expect(runs).toHaveLength(0)
    expect(answers).toEqual([['a', 'known']])
  })

  it('stops reading when the last asker withdraws, and not before', async () => {
    const { ask, aborted, queue, answers, reads } = openQueue()
    const first = ask('a')
    const second = ask('a')
    first.cancel()
    expect(aborted).toEqual([])
    second.cancel()
    expect(aborted).toEqual(['a'])
    expect(queue.size).toBe(0)
    reads.get('a')?.resolve({ input: 'a' })
    await settled()
    expect(answers).toEqual([])
  })

  it('starts anew for one who asks after a withdrawal', async () => {
    const { ask, reads, started, runs, answers } = openQueue()
    ask('a').cancel()
    ask('a')
    expect(started).toEqual(['a', 'a'])
    reads.get('a')?.resolve({ input: 'a' })
    await settled()
    runs[0]?.done()
    await settled()
    expect(answers).toEqual([['a', 'a!']])
  })
})
