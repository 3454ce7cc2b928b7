import { describe, expect, it } from 'vitest'
import { openQueue, settled } from '../../../tests/helpers/open-queue.ts'
import { PictureError } from '../picture-error.ts'

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

  it('reads what the user asked for even if all other reads hang', () => {
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
})
