import type { Page } from 'puppeteer'
import type { Failure } from '../../src/apparel/failure.ts'
import type { HostStatus } from '../../src/inference/client/host-status.ts'
import { type Batch, type FromHost, INFERENCE, type TimedAnswer } from '../../src/messages/host-port.ts'

/**
 * Asks the inference host about pictures, over the same Port that pages use.
 * @param page any page of the extension
 * @returns the answers in the order of the addresses
 */
export async function askHost(page: Page, urls: string[]): Promise<(TimedAnswer | Failure)[]> {
  return page.evaluate(
    async (name, urls) => {
      await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
      const port = chrome.runtime.connect({ name })
      const answers: (TimedAnswer | Failure)[] = []
      let open = urls.length
      await new Promise<void>((resolve, reject) => {
        port.onDisconnect.addListener(() => reject(new Error('The inference host closed the Port.')))
        port.onMessage.addListener((batch: Batch<FromHost>) => {
          for (const message of [batch].flat()) {
            if (message.type !== 'answer') continue
            answers[message.id] = message.answer
            if (--open === 0) resolve()
          }
        })
        urls.forEach((url, id) => {
          port.postMessage({ type: 'classify', id, source: { url }, priority: 'later' })
        })
        if (open === 0) resolve()
      })
      port.disconnect()
      return answers
    },
    INFERENCE,
    urls,
  )
}

/** The host's status, once it has started. */
export async function hostStatus(page: Page): Promise<HostStatus> {
  return page.evaluate(async name => {
    for (;;) {
      await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
      const port = chrome.runtime.connect({ name })
      const status = await new Promise<HostStatus | undefined>(resolve => {
        // The host is restarting. Ask the next one.
        port.onDisconnect.addListener(() => resolve(undefined))
        port.onMessage.addListener((message: FromHost) => {
          if (message.type === 'status' && message.status.state !== 'starting') resolve(message.status)
        })
        port.postMessage({ type: 'status' })
      })
      port.disconnect()
      if (status) return status
    }
  }, INFERENCE)
}
