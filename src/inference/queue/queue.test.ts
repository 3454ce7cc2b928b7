import { describe, expect, it } from 'vitest'
import type { Failure } from '../../apparel/failure.ts'
import type { PictureSource, Priority } from '../../messages/host-port.ts'
import { PictureError } from '../picture-error.ts'
import { Queue, type Stages } from './queue.ts'

/** A queue whose stages wait until the test completes them. */
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
const settled = () => new Promise(resolve => setImmediate(resolve))

describe('Queue', () => {
  it('answers once a picture was read and run', async () => {
    const { ask, reads, runs, answers, queue } = openQueue()
    ask('a')
    reads.get('a')?.resolve({ input: 'a' })
    await settled()
    runs[0]?.done()
    await settled()
    expect(answers).toEqual([['a', 'a!']])
    expect(queue.size).toBe(0)
  })

  it('reads and runs once for all requests with the same key', async () => {
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

  it('reads in order of priority, and follows a change of it', async () => {
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

  it('reads what a person asked for even if all other reads hang', () => {
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
    // The network has two, and sixteen wait.
    expect(started).toHaveLength(18)
  })

  it('gives an unbatched network the next picture before it has answered', async () => {
    const { ask, reads, runs, answers } = openQueue()
    for (const url of ['a', 'b', 'c']) ask(url)
    for (const url of ['a', 'b', 'c']) reads.get(url)?.resolve({ input: url })
    await settled()
    expect(runs.map(run => run.inputs)).toEqual([['a'], ['b']])
    runs[0]?.done()
    await settled()
    expect(runs.map(run => run.inputs)).toEqual([['a'], ['b'], ['c']])
    runs[1]?.done(new Error('broken'))
    runs[2]?.done()
    await settled()
    expect(answers).toEqual([
      ['a', 'a!'],
      ['b', { failure: 'network_failed', detail: 'broken' }],
      ['c', 'c!'],
    ])
  })

  it('runs batches in order of priority', async () => {
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

  it('fails a picture that cannot be read with its reason, and continues', async () => {
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

  it('fails a batch on which the network failed, and continues', async () => {
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

  it('delivers a cached result without running', async () => {
    const { ask, reads, runs, answers } = openQueue()
    ask('a')
    reads.get('a')?.resolve({ result: 'known' })
    await settled()
    expect(runs).toHaveLength(0)
    expect(answers).toEqual([['a', 'known']])
  })

  it('aborts a read when its last request is cancelled, and not before', async () => {
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

  it('starts a new job for a request after a cancellation', async () => {
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

  it('reads for another tab although countless reads of one tab hang', () => {
    const { ask, started } = openQueue()
    for (let i = 0; i < 5000; i++) ask(`hangs ${i}`, 'visible', 'hostile')
    expect(started).toHaveLength(6)
    ask('mine', 'near', 'other')
    expect(started.slice(6)).toEqual(['mine'])
  })

  it('reads for the tabs in turn', async () => {
    const { ask, reads, started } = openQueue()
    for (let i = 0; i < 8; i++) ask(`a ${i}`, 'visible', 'a')
    for (let i = 0; i < 8; i++) ask(`b ${i}`, 'visible', 'b')
    const first = started.splice(0)
    for (const url of first.slice(0, 4)) reads.get(url)?.reject(new PictureError('empty'))
    await settled()
    expect(started.map(url => url[0]).sort()).toEqual(['a', 'a', 'b', 'b'])
  })

  it('reads a picture that two tabs want when the first has its turn', async () => {
    const { ask, reads, started } = openQueue()
    for (let i = 0; i < 9; i++) ask(`a ${i}`, 'visible', 'a')
    ask('b 0', 'visible', 'b')
    ask('b 1', 'visible', 'b')
    ask('a 8', 'visible', 'b')
    reads.get('b 0')?.reject(new PictureError('empty'))
    await settled()
    expect(started.at(-1)).toBe('a 8')
  })

  it('allows a server more reads with each answer, and one after a timeout', async () => {
    const { ask, reads, started } = openQueue()
    const end = async (url: string | undefined, error = new PictureError('empty')) => {
      reads.get(url ?? '')?.reject(error)
      await settled()
    }
    for (let i = 0; i < 20; i++) ask(`http://shop.example/${i}`)
    expect(started).toHaveLength(2)
    await end(started[0])
    expect(started).toHaveLength(4)
    await end(started[1])
    expect(started).toHaveLength(6)
    for (const url of started.slice(2)) await end(url, new PictureError('timed_out'))
    // Each but the last found the one reader still taken.
    expect(started).toHaveLength(7)
  })

  it('skips a server that hangs', () => {
    const { ask, started } = openQueue()
    for (let i = 0; i < 20; i++) ask(`http://hangs.example/${i}`)
    for (let i = 0; i < 2; i++) ask(`http://shop.example/${i}`, 'later')
    expect(started.slice(2)).toEqual(['http://shop.example/0', 'http://shop.example/1'])
  })

  it('does not read what was cancelled while waiting', async () => {
    const { ask, reads, started, queue } = openQueue()
    for (let i = 0; i < 6; i++) ask(`first ${i}`)
    ask('withdrawn').cancel()
    const again = ask('withdrawn and moved')
    again.cancel()
    again.prioritise('asked')
    reads.get('first 0')?.reject(new PictureError('empty'))
    await settled()
    expect(started).toHaveLength(6)
    expect(queue.size).toBe(5)
  })
})
