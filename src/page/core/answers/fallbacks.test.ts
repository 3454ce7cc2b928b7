import { describe, expect, it, vi } from 'vitest'
import type { Answer, Answered } from '../../../apparel/answer.ts'
import type { FailureReason } from '../../../apparel/failure.ts'
import { answerWithFallbacks, type Circumstances, firstStep, nextStep, type Ways } from './fallbacks.ts'

const WEB = 'https://a.shop/b.jpg'
const badge: Circumstances = { url: WEB, mayCrop: false, isGuarded: false }
const rightClick: Circumstances = { ...badge, mayCrop: true }

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

  it('tells the origin to a server that is known to refuse strangers, but not to a script', () => {
    expect(firstStep({ ...badge, isGuarded: true })).toBe('referrer')
    expect(firstStep({ ...badge, url: 'blob:https://a.shop/1', isGuarded: true })).toBe('page')
  })
})

describe('nextStep', () => {
  const table: [FailureReason, step: 'page' | undefined][] = [
    ['unreachable', 'page'],
    ['refused', 'page'],
    ['drawing', 'page'],
    ['tainted', 'page'],
    ['not_a_picture', 'page'],
    ['empty', 'page'],
    ['timed_out', 'page'],
    ['busy', 'page'],
    ['other_picture', 'page'],
    ['too_large', undefined],
    ['too_many_pixels', undefined],
    ['network_failed', undefined],
  ]

  it.each(table)('after the host failed with %s is %s, for a badge and a right click alike', (failure, expected) => {
    for (const step of ['host', 'referrer'] as const) {
      for (const asker of [badge, rightClick]) expect(nextStep(step, { failure }, asker)).toBe(expected)
    }
  })

  it.each(table)('after the page failed with %s is the screen, if the user asks', failure => {
    expect(nextStep('page', { failure }, badge)).toBe(failure === 'timed_out' ? 'patience' : undefined)
    expect(nextStep('page', { failure }, rightClick)).toBe('screen')
  })

  it.each(table)('does not exist after the screen or patience failed with %s', failure => {
    expect(nextStep('screen', { failure }, rightClick)).toBeUndefined()
    expect(nextStep('patience', { failure }, badge)).toBeUndefined()
  })

  it.each([
    ['400', 'referrer'],
    ['401', 'referrer'],
    ['403', 'referrer'],
    ['404', 'page'],
    ['410', 'page'],
    ['500', 'page'],
  ])('after the server refused the host with %s is %s', (detail, step) => {
    expect(nextStep('host', { failure: 'refused', detail }, badge)).toBe(step)
    expect(nextStep('referrer', { failure: 'refused', detail }, badge)).toBe('page')
  })
})

describe('answerWithFallbacks', () => {
  const answered = { prediction: {}, activation: [1] } as unknown as Answered
  const signal = new AbortController().signal

  /** Ways that answer in turn, and the steps that were taken. */
  function open(hostAnswers: Answer[], ways: Partial<Ways<Answered>> = {}) {
    const mayTellOrigin = async () => true
    const isLoaded = () => true
    const askHost = vi.fn<Ways<Answered>['askHost']>(async () => hostAnswers.shift() ?? { failure: 'network_failed' })
    const readInPage = vi.fn<Ways<Answered>['readInPage']>(async () => new Blob(['page']))
    const crop = vi.fn<Ways<Answered>['crop']>(async () => new Blob(['screen']))
    return { askHost, mayTellOrigin, isLoaded, readInPage, crop, ...ways }
  }

  it('asks only the host if the host answers', async () => {
    const ways = open([answered])
    expect(await answerWithFallbacks(rightClick, ways, signal)).toBe(answered)
    expect(ways.askHost).toHaveBeenCalledWith({ url: WEB })
    expect(ways.readInPage).not.toHaveBeenCalled()
  })

  it("tells a server that refuses strangers the page's origin, if the page itself does", async () => {
    const ways = open([{ failure: 'refused', detail: '403' }, answered])
    expect(await answerWithFallbacks(badge, ways, signal)).toBe(answered)
    expect(vi.mocked(ways.askHost).mock.calls).toEqual([[{ url: WEB }], [{ url: WEB }, { asPage: true }]])
  })

  it.each([false, true])(
    'never tells the origin of a page that does not itself; known to refuse: %j',
    async isGuarded => {
      const ways = open([{ failure: 'refused', detail: '403' }], {
        mayTellOrigin: async () => false,
        readInPage: async () => undefined,
      })
      await answerWithFallbacks({ ...badge, isGuarded }, ways, signal)
      for (const [, options] of vi.mocked(ways.askHost).mock.calls) expect(options?.asPage).toBeUndefined()
    },
  )

  it('gives a slow server more time if the page has loaded its picture', async () => {
    const unreadable = { readInPage: async () => undefined }
    const ways = open([{ failure: 'timed_out' }, answered], unreadable)
    expect(await answerWithFallbacks(badge, ways, signal)).toBe(answered)
    expect(ways.askHost).toHaveBeenLastCalledWith({ url: WEB }, { isPatient: true })
    const notLoaded = open([{ failure: 'timed_out' }, answered], { ...unreadable, isLoaded: () => false })
    expect(await answerWithFallbacks(badge, notLoaded, signal)).toEqual({ failure: 'timed_out' })
  })

  it("says whether the page's URL stands for another picture by now", async () => {
    const changed = open([{ failure: 'other_picture' }, answered])
    expect(await answerWithFallbacks(badge, changed, signal)).toBe(answered)
    expect(changed.readInPage).toHaveBeenCalledWith(true)
    const damaged = open([{ failure: 'not_a_picture' }, answered])
    await answerWithFallbacks(badge, damaged, signal)
    expect(damaged.readInPage).toHaveBeenCalledWith(false)
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
