import { afterEach, expect, it, vi } from 'vitest'
import { tryToTellBackground } from '../../messages/send.ts'
import { createLateCall } from './late-call.ts'

vi.mock('../../messages/send.ts', () => ({ tryToTellBackground: vi.fn(async () => undefined) }))
afterEach(() => vi.clearAllMocks())

it('loads the script with the first call, and answers that call once the script serves', () => {
  const { call, serve } = createLateCall<string>()
  const heard: string[] = []
  call('first')
  expect(tryToTellBackground).toHaveBeenCalledWith('load-script', { script: 'answer' })
  serve(words => heard.push(words), new AbortController().signal)
  call('second')
  expect(heard).toEqual(['first', 'second'])
  expect(tryToTellBackground).toHaveBeenCalledTimes(1)
})

it('answers the last of several calls that came before the script, and no call twice', () => {
  const { call, serve } = createLateCall<string>()
  const heard: string[] = []
  call('first')
  call('second')
  serve(words => heard.push(words), new AbortController().signal)
  serve(words => heard.push(words), new AbortController().signal)
  expect(heard).toEqual(['second'])
})

it('loads the script again after it has ended', () => {
  const { call, serve } = createLateCall<string>()
  const life = new AbortController()
  const heard: string[] = []
  serve(words => heard.push(words), life.signal)
  life.abort()
  call('later')
  expect(heard).toEqual([])
  expect(tryToTellBackground).toHaveBeenCalledTimes(1)
})
