import { describe, expect, it } from 'vitest'
import { openQueue, settled } from '../../../tests/helpers/open-queue.ts'
import { PictureError } from '../picture-error.ts'

describe('Queue, between tabs and servers,', () => {
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
