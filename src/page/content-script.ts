/** The content script. It comes with a switched-on site, a shop, or a right click; twice in one page it does nothing. */
import browser from 'webextension-polyfill'
import type { PageSummary, PictureReport, ToPage } from '../messages.ts'
import { type ActiveSites, readActiveSites, watchActiveSites } from '../platform/active-sites.ts'
import { HostPort } from '../platform/host-port.ts'
import { onAbort } from '../platform/on-abort.ts'
import { type BadgedPage, badgePage } from './badge-page.ts'
import { spend } from './escape.ts'
import { frameOrigins } from './frame-origins.ts'
import { lensHere } from './lens.ts'
import { offerMenu } from './offer-menu.ts'
import { Overlay } from './overlay.ts'
import { OVERLAY } from './overlay-name.ts'
import { watchMenu } from './pointed.ts'
import { summarise } from './summarise.ts'
import { createTeller, type Teller } from './tell-garments.ts'

function start(): void {
  const life = new AbortController()
  let page: BadgedPage | undefined
  let teller: Teller | undefined
  const port = new HostPort(() => life.abort())
  const overlay = new Overlay(life.signal)
  globalThis.apparelLens = {
    port,
    overlay,
    overlayName: OVERLAY,
    pointed: watchMenu(life.signal),
    garments: () => teller?.count() ?? 0,
    spend,
    life: life.signal,
  }
  onAbort(life.signal, () => {
    port.close()
    globalThis.apparelLens = undefined
  })

  const answer = (data: unknown): Promise<PictureReport[] | PageSummary> | undefined => {
    const message = data as ToPage | null | undefined
    if (message?.to !== 'page') return undefined
    if (message.type === 'report') return Promise.resolve(page?.report() ?? [])
    if (message.type === 'summarise') return Promise.resolve(summarise(page?.report() ?? []))
    if (message.type === 'found-shop') {
      isShop = message.isShop
      follow()
    }
    return undefined
  }
  browser.runtime.onMessage.addListener(answer)
  onAbort(life.signal, () => browser.runtime.onMessage.removeListener(answer))

  // The browser hangs up when it freezes a page for the way back, and tells nobody.
  const thaw = ({ persisted, isTrusted }: PageTransitionEvent) => persisted && isTrusted && port.reconnect()
  window.addEventListener('pageshow', thaw, { signal: life.signal })

  let active: ActiveSites | undefined
  let isShop = false
  let badging: AbortController | undefined
  const follow = (now = active) => {
    if (!now) return
    const hasMore = active?.granted.join() !== now.granted.join()
    active = now
    if (hasMore) page?.retry()
    page?.choose(now.badges)
    const origins = frameOrigins()
    const isOn = origins.some(origin => now.on.includes(origin))
    // The person's choice comes before whatever the page is; without one, the page is looked at anew.
    isShop &&= now.shops && !isOn && !origins.some(origin => now.off.includes(origin))
    if ((isOn || isShop) === Boolean(badging)) return
    badging?.abort()
    badging = isOn || isShop ? new AbortController() : undefined
    if (!badging) {
      page = teller = undefined
      return
    }
    const signal = AbortSignal.any([badging.signal, life.signal])
    const garments = createTeller(() => page?.garments() ?? 0, signal)
    page = badgePage(port, overlay, now.badges, garments.changed, signal)
    teller = garments
    offerMenu(signal)
  }
  watchActiveSites(follow, life.signal)
  void readActiveSites().then(follow)
}

if (!lensHere() && document.documentElement instanceof HTMLElement) start()
