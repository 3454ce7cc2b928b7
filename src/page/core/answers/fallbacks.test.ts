import { describe, expect, it, vi } from 'vitest'
import type { Answer, Answered } from '../../../apparel/answer.ts'
import type { FailureReason } from '../../../apparel/failure.ts'
import { answerWithFallbacks, type Circumstances, firstStep, nextStep, type Ways } from './fallbacks.ts'

const WEB = 'https://a.shop/b.jpg'
const badge: Circumstances = { url: WEB, isShown: true, mayCrop: false }
const rightClick: Circumstances = { url: WEB, isShown: true, mayCrop: true }
const unlocated: Circumstances = { url: WEB, isShown: false, mayCrop: true }

describe('firstStep', () => {
  it.each([
    [WEB, 'host'],
    ['http://a.shop/b.jpg', 'host'],
    ['data:image/png;base64,AAAA', 'page'],
    ['blob:https://a.shop/1', 'page'],
    ['', 'page'],
  ])('of %s is %s', (url, step) => {
    expect(firstStep({ ...badge, url })).toBe(step)
  })
})

describe('nextStep', () => {
  const table: [FailureReason, whenShown: 'page' | undefined, whenNotShown: 'page' | undefined][] = [
    ['unreachable', 'page', 'page'],
    ['refused', 'page', 'page'],
    ['drawing', 'page', 'page'],
    ['tainted', 'page', 'page'],
    ['not_a_picture', 'page', undefined],
    ['empty', 'page', undefined],
    ['timed_out', 'page', undefined],
    ['too_large', undefined, undefined],
    ['too_many_pixels', undefined, undefined],
    ['network_failed', undefined, undefined],
  ]

  it.each(table)('after the host failed with %s is %s for a shown picture, else %s', (reason, shown, notShown) => {
    expect(nextStep('host', reason, badge)).toBe(shown)
    expect(nextStep('host', reason, rightClick)).toBe(shown)
    expect(nextStep('host', reason, unlocated)).toBe(notShown)
  })

  it.each(table)('after the page failed with %s is the screen, if the user asks about a shown picture', reason => {
    expect(nextStep('page', reason, badge)).toBeUndefined()
    expect(nextStep('page', reason, rightClick)).toBe('screen')
    expect(nextStep('page', reason, unlocated)).toBeUndefined()
  })

  it.each(table)('does not exist after the screen failed with %s', reason => {
    expect(nextStep('screen', reason, rightClick)).toBeUndefined()
  })
})

describe('answerWithFallbacks', () => {
  const answered = { prediction: {}, activation: [1] } as unknown as Answered
  const signal = new AbortController().signal

  /** Ways that answer in turn, and the steps that were taken. */
  function open(hostAnswers: Answer[], ways: Partial<Ways> = {}) {
    const askHost = vi.fn<Ways['askHost']>(async () => hostAnswers.shift() ?? { failure: 'network_failed' })
    const readInPage = vi.fn<Ways['readInPage']>(async () => new Blob(['page']))
    const crop = vi.fn<Ways['crop']>(async () => new Blob(['screen']))
    return { askHost, readInPage, crop, ...ways }
  }

  it('asks only the host if the host answers', async () => {
    const ways = open([answered])
    expect(await answerWithFallbacks(rightClick, ways, signal)).toBe(answered)
    expect(ways.askHost).toHaveBeenCalledWith({ url: WEB })
    expect(ways.readInPage).not.toHaveBeenCalled()
  })

  it("gives a badge the answer to the page's copy", async () => {
    expect(await answerWithFallbacks(badge, open([{ failure: 'not_a_picture' }, answered]), signal)).toBe(answered)
  })

  it('never captures the screen for a badge', async () => {
    const ways = open([{ failure: 'refused' }, { failure: 'empty' }])
    expect(await answerWithFallbacks(badge, ways, signal)).toEqual({ failure: 'empty' })
    expect(ways.crop).not.toHaveBeenCalled()
  })

  it('drops the activation map of a crop, which does not fit the picture', async () => {
    const answer = await answerWithFallbacks(
      { ...rightClick, url: '' },
      open([answered], { readInPage: async () => ({ failure: 'tainted' }) }),
      signal,
    )
    expect(answer).toEqual({ prediction: {} })
  })

  it('returns the last failure that has a reason', async () => {
    const nothing = { readInPage: async () => undefined, crop: async () => undefined }
    expect(await answerWithFallbacks(rightClick, open([{ failure: 'refused' }], nothing), signal)).toEqual({
      failure: 'refused',
    })
    expect(await answerWithFallbacks({ ...rightClick, url: '' }, open([], nothing), signal)).toEqual({
      failure: 'unreachable',
    })
  })

  it('treats a step that throws as failed', async () => {
    const ways = open([{ failure: 'refused' }], {
      readInPage: async () => undefined,
      crop: async () => {
        throw new Error('The extension context is stale.')
      },
    })
    expect(await answerWithFallbacks(rightClick, ways, signal)).toEqual({ failure: 'refused' })
  })

  it('ends with the signal and takes no further step', async () => {
    const controller = new AbortController()
    const ways = open([], {
      askHost: async () => {
        controller.abort()
        return { failure: 'refused' }
      },
    })
    expect(await answerWithFallbacks(rightClick, ways, controller.signal)).toBeUndefined()
    expect(ways.readInPage).not.toHaveBeenCalled()
  })
})
