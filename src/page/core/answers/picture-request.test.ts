import { expect, it, vi } from 'vitest'
import type { Answer } from '../../../apparel/answer.ts'
import type { HostPort } from '../../../inference/client/host-port.ts'
import type { Priority } from '../../../messages/host-port.ts'
import { createChoices } from '../choices.ts'
import type { Picture } from '../find/picture.ts'
import type { Overlay } from '../overlay/overlay.ts'
import { createAnswers } from './answers.ts'
import { mayBeGranted, PictureRequest } from './picture-request.ts'

vi.mock('webextension-polyfill', () => ({ default: {} }))
vi.mock('./provenance.ts', () => ({ provenanceOf: () => undefined }))
const page = vi.hoisted(() => ({ isLoaded: false }))
vi.mock('./page-copy.ts', () => ({
  pageCopyOf: () => undefined,
  originOf: () => undefined,
  isLoaded: () => page.isLoaded,
}))

/** A host that answers on command, and a request for one picture that two elements show. */
function ask() {
  const asked: { priority: Priority; isCancelled: boolean; reply(answer: Answer): void }[] = []
  const port = {
    ask: (_: unknown, priority: Priority) => {
      const request = { priority, isCancelled: false, reply: (_: Answer) => {} }
      const answer = new Promise<Answer>(resolve => {
        request.reply = resolve
      })
      asked.push(request)
      return {
        answer,
        prioritise: (to: Priority) => {
          request.priority = to
        },
        cancel: () => {
          request.isCancelled = true
        },
      }
    },
  }
  const onAnswer = vi.fn()
  const request = new PictureRequest(
    createAnswers(port as unknown as HostPort, {} as Overlay, createChoices().choices),
    onAnswer,
  )
  const places = [1, 2].map(() => {
    const picture = { element: {}, kind: 'img', key: 'a', url: 'https://a.shop/b.jpg' } as Picture
    return {
      want: (priority: Priority) => request.want(picture, priority),
      release: () => request.release(picture.element),
    }
  })
  return { asked, request, onAnswer, first: places[0], second: places[1] }
}

it('asks once for all elements, with the highest priority among them', () => {
  const { asked, first, second } = ask()
  first?.want('near')
  second?.want('visible')
  expect(asked).toMatchObject([{ priority: 'visible' }])
  second?.want('near')
  expect(asked).toMatchObject([{ priority: 'near' }])
  second?.want('visible')
  second?.release()
  expect(asked).toMatchObject([{ priority: 'near', isCancelled: false }])
})

it('is withdrawn once no element wants it, and sent again when one does', async () => {
  const { asked, onAnswer, first, second } = ask()
  first?.want('near')
  second?.want('near')
  first?.release()
  expect(asked[0]?.isCancelled).toBe(false)
  second?.release()
  expect(asked[0]?.isCancelled).toBe(true)
  asked[0]?.reply({ failure: 'empty' })
  await new Promise(setImmediate)
  expect(onAnswer).not.toHaveBeenCalled()
  first?.want('visible')
  expect(asked).toHaveLength(2)
})

it('keeps an answer, but not a failure that may pass', async () => {
  const { asked, request, onAnswer, first } = ask()
  first?.want('visible')
  asked[0]?.reply({ failure: 'timed_out' })
  await vi.waitFor(() => expect(onAnswer).toHaveBeenCalledWith(request))
  first?.want('visible')
  expect(asked).toHaveLength(1)
  first?.release()
  first?.want('visible')
  expect(asked).toHaveLength(2)
  asked[1]?.reply({ failure: 'not_a_picture' })
  await vi.waitFor(() => expect(request.answer).toEqual({ failure: 'not_a_picture' }))
  first?.release()
  first?.want('visible')
  expect(asked).toHaveLength(2)
})

it('asks again on retry if the picture could not be read and is wanted', async () => {
  const { asked, request, first } = ask()
  first?.want('visible')
  asked[0]?.reply({ failure: 'unreachable' })
  await vi.waitFor(() => expect(request.answer).toEqual({ failure: 'unreachable' }))
  request.retry(mayBeGranted)
  expect(request.answer).toBeUndefined()
  expect(asked).toMatchObject([{}, { priority: 'visible' }])
  asked[1]?.reply({ failure: 'not_a_picture' })
  await vi.waitFor(() => expect(request.answer).toEqual({ failure: 'not_a_picture' }))
  request.retry(mayBeGranted)
  expect(request.answer).toEqual({ failure: 'not_a_picture' })
  expect(asked).toHaveLength(2)
})

it('forgets on retry that a picture could not be read, if nobody wants it now', async () => {
  const { asked, request, first } = ask()
  first?.want('visible')
  asked[0]?.reply({ failure: 'unreachable' })
  await vi.waitFor(() => expect(request.answer).toBeDefined())
  first?.release()
  request.retry(mayBeGranted)
  expect(asked).toHaveLength(1)
  first?.want('near')
  expect(asked).toHaveLength(2)
})

it('asks again, once, when the page has loaded a picture that could not be read before', async () => {
  page.isLoaded = false
  const { asked, request, first } = ask()
  const fail = async () => {
    asked.at(-1)?.reply({ failure: 'not_a_picture' })
    await vi.waitFor(() => expect(request.answer).toEqual({ failure: 'not_a_picture' }))
    first?.want('visible')
  }
  first?.want('visible')
  await fail()
  expect(asked).toHaveLength(1)
  page.isLoaded = true
  first?.want('visible')
  expect(asked).toHaveLength(2)
  await fail()
  expect(asked).toHaveLength(2)
})

it.each<Answer>([{ failure: 'too_large' }, { prediction: {} } as Answer])(
  'does not ask again when the page has loaded a picture with the answer %j',
  async answer => {
    page.isLoaded = false
    const { asked, request, first } = ask()
    first?.want('visible')
    asked[0]?.reply(answer)
    await vi.waitFor(() => expect(request.answer).toBeDefined())
    page.isLoaded = true
    first?.want('visible')
    expect(asked).toHaveLength(1)
  },
)
