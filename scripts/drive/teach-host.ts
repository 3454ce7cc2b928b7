import type { Page } from 'puppeteer'
import type { Failure } from '../../src/apparel/failure.ts'
import type { SaidByName } from '../../src/learning/said.ts'
import { type FromHost, INFERENCE, type Taught } from '../../src/messages/host-port.ts'

/** A message to the host, without its id. The address of a picture stands for the picture. */
type Lesson =
  | { type: 'teach'; source: { url: string } | { tag: string }; said: SaidByName }
  | { type: 'untell'; lesson: string }

/** Teaches the inference host, or takes a lesson back, over the same Port that pages use. @param page any page of the extension */
export function teachHost(page: Page, lesson: Lesson): Promise<Taught | Failure> {
  return page.evaluate(
    async (name, lesson) => {
      await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
      const port = chrome.runtime.connect({ name })
      const result = await new Promise<Taught | Failure>((resolve, reject) => {
        port.onDisconnect.addListener(() => reject(new Error('The inference host closed the Port.')))
        port.onMessage.addListener((message: FromHost) => {
          if (message.type === 'taught') resolve(message.result)
        })
        port.postMessage({ ...lesson, id: 1 })
      })
      port.disconnect()
      return result
    },
    INFERENCE,
    lesson,
  )
}
