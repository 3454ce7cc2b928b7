/**
 * The content script. It comes with a switched-on site, with every page where all shops are badged, or with the person's
 * click; twice in one page it does nothing.
 */
import browser from 'webextension-polyfill'
import type { ShopVerdict, ToPage } from '../messages.ts'
import { HostPort } from '../platform/host-port.ts'
import { answerQuestion } from './answer-question.ts'
import { badgePage } from './badge-page.ts'
import { followChoice } from './follow-choice.ts'
import { Overlay } from './overlay.ts'
import { detectShop } from './shop/detect-shop.ts'

declare global {
  var apparelLens: AbortController | undefined
}

function start(): void {
  const life = new AbortController()
  globalThis.apparelLens = life
  const port = new HostPort(() => life.abort())
  const overlay = new Overlay(life.signal)
  life.signal.addEventListener('abort', () => {
    port.close()
    globalThis.apparelLens = undefined
  })

  const answer = (data: unknown): Promise<ShopVerdict> | undefined => {
    const message = data as ToPage
    if (message.to !== 'page') return undefined
    if (message.type === 'explain-shop') return Promise.resolve(detectShop(document))
    void answerQuestion(message.srcUrl, port, overlay)
    return undefined
  }
  browser.runtime.onMessage.addListener(answer)
  life.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(answer))

  // The browser hangs up when it freezes a page for the way back, and tells nobody.
  const thaw = ({ persisted }: PageTransitionEvent) => persisted && port.reconnect()
  window.addEventListener('pageshow', thaw, { signal: life.signal })

  let badging: AbortController | undefined
  const badge = (isWanted: boolean) => {
    if (isWanted === Boolean(badging)) return
    badging?.abort()
    badging = isWanted ? new AbortController() : undefined
    if (badging) badgePage(port, overlay, AbortSignal.any([badging.signal, life.signal]))
  }
  followChoice(badge, life.signal)
}

if (!globalThis.apparelLens && document.documentElement instanceof HTMLElement) start()
