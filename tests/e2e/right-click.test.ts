import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { readBadges } from '../../scripts/drive/overlay.ts'
import type { BadPicture } from '../shop/bad-pictures.ts'
import { picturePath } from '../shop/pictures.ts'
import { answerOf, choose } from './ask.ts'
import { openSession, type Session } from './session.ts'

describe('a right click, on a site that was never switched on', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession()
  })
  afterAll(() => session?.close())

  /** Asks about one picture of a page that shows it. */
  async function ask(url: string): Promise<string> {
    const page = await session.visit(`<h1>A page</h1><img src="${url}" alt="a picture">`)
    await page.waitForFunction(() => document.images[0]?.complete, { timeout: 10_000 })
    await choose(session, page, new URL(url, session.shop.origin).href)
    const answer = await answerOf(page)
    expect(await readBadges(page)).toEqual([])
    return answer
  }

  it('names a garment', async () => {
    expect(await ask(picturePath('1f455', 8))).toMatch(/^T-Shirt \d+%/)
  })

  it('says when it is none of the ten', async () => {
    expect(await ask(picturePath('1f408', 8))).toContain(messages.answer_none.message)
  })

  it('names a garment that only the screen shows to us', async () => {
    expect(await ask(session.shop.elsewhere + picturePath('1f455', 9))).toMatch(/^T-Shirt \d+%/)
  })

  const reasons: [BadPicture, string][] = [
    ['corrupt', messages.failure_not_a_picture.message],
    ['truncated', messages.failure_not_a_picture.message],
    ['empty', messages.failure_empty.message],
    ['not-an-image', messages.failure_not_a_picture.message],
    ['missing', messages.failure_refused.message.replace('$1', '404')],
    ['broken', messages.failure_refused.message.replace('$1', '500')],
    ['many-pixels', messages.failure_too_many_pixels.message],
    ['many-bytes', messages.failure_too_large.message],
  ]
  it.each(reasons)('says why there is no answer: %s', async (kind, reason) => {
    expect(await ask(`/bad/${kind}`)).toBe(reason)
  })

  it('answers others while one never loads, and says so of that one', async () => {
    const never = `${session.shop.origin}/bad/endless`
    const page = await session.visit(`<img src="${never}" alt="a picture">`)
    await choose(session, page, never)
    expect(await ask(picturePath('1f455', 10))).toMatch(/^T-Shirt \d+%/)
    expect(await answerOf(page)).toBe(messages.failure_timed_out.message)
  })
})
