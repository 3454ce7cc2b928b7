import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshHistory, tag } from '../../../tests/helpers/fresh-history.ts'

let history: Awaited<ReturnType<typeof freshHistory>>
beforeEach(async () => {
  history = await freshHistory()
})

const newest = async () => (await history.newestTags({ limit: 1 }))[0]

describe('saveTag', () => {
  it('stores every field of a tag', async () => {
    await history.saveTag(tag('a', 1))
    const kept = await newest()
    expect(kept).toMatchObject({ id: 'a', garment: 'Shoes', pageTitle: 'Page a', by: 'auto' })
    expect(kept?.picture).toBe(`data:image/webp;base64,${btoa('RIFF----WEBPa')}`)
    expect(await history.readTag('a')).toEqual(tag('a', 1))
  })

  it('takes over page, time and prediction when a picture is seen again', async () => {
    await history.saveTag(tag('a', 1))
    await history.saveTag(tag('b', 2))
    await history.saveTag(tag('a', 3, { pageTitle: 'Elsewhere', garment: 'Hat', confidence: 0.7 }))
    expect(await history.countTags()).toBe(2)
    expect(await newest()).toMatchObject({
      id: 'a',
      seenAt: 3,
      pageTitle: 'Elsewhere',
      garment: 'Hat',
      confidence: 0.7,
    })
  })

  it('turns auto into asked but never asked into auto', async () => {
    await history.saveTag(tag('a', 1, { by: 'auto' }))
    await history.saveTag(tag('a', 2, { by: 'asked' }))
    expect((await newest())?.by).toBe('asked')
    await history.saveTag(tag('a', 3, { by: 'auto' }))
    expect(await newest()).toMatchObject({ by: 'asked', seenAt: 3 })
  })

  it('keeps a favourite a favourite', async () => {
    await history.saveTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    await history.saveTag(tag('a', 2))
    expect(await newest()).toMatchObject({ seenAt: 2, favouriteSince: expect.any(Number) })
  })
})

describe('setFavourite', () => {
  it('keeps the time of the first mark', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1000)
    await history.saveTag(tag('a', 1))
    await history.setFavourite(['a'], true)
    now.mockReturnValue(2000)
    await history.setFavourite(['a'], true)
    expect(await newest()).toMatchObject({ favouriteSince: 1000 })
    await history.setFavourite(['a'], false)
    expect(await newest()).not.toHaveProperty('favouriteSince')
  })

  it('ignores unknown ids', async () => {
    await history.setFavourite(['nowhere'], true)
    expect(await history.countTags()).toBe(0)
  })
})
