/** The content script. It comes with a switched-on site, a shop, or a right click; twice in one page it does nothing. */
import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'
import { HostPort } from '../inference/client/host-port.ts'
import type { ToPage } from '../messages/page.ts'
import { type ActiveSites, readActiveSites, watchActiveSites } from '../settings/active-sites.ts'
import { watchMenu } from './core/find/context-menu-target.ts'
import { spend } from './core/overlay/escape-key.ts'
import { createOverlay } from './core/overlay/overlay.ts'
import { OVERLAY } from './core/overlay/overlay-name.ts'
import { type BadgedPage, badgePage, type Place } from './features/badges/badge-page.ts'
import { offerMenu } from './features/context-menu/offer-menu.ts'
import { createTeller, type Teller } from './features/toolbar-count/garment-count.ts'
import { frameOrigins } from './frame-origins.ts'
import { type Lens, lensHere } from './lens.ts'
import { whenOrphaned } from './stale-context.ts'

function start(): void {
  const life = new AbortController()
  let page: BadgedPage | undefined
  let teller: Teller | undefined
  const port = new HostPort()
  whenOrphaned(() => life.abort(), life.signal)
  const overlay = createOverlay(life.signal)
  const lens: Lens = {
    port,
    overlay,
    overlayName: OVERLAY,
    pointed: watchMenu(life.signal),
    garments: () => teller?.count() ?? 0,
    page: () => page,
    spend,
    life: life.signal,
  }
  globalThis.apparelLens = lens
  onAbort(life.signal, () => {
    port.close()
    globalThis.apparelLens = undefined
  })

  const answer = (data: unknown): undefined => {
    const message = data as ToPage | null | undefined
    if (message?.to !== 'page' || message.type !== 'found-shop') return
    isShop = message.isShop
    follow()
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
    const changed = (place?: Place, isGone = false) => {
      garments.changed()
      if (place) lens.onPlace?.(place, isGone)
    }
    teller = garments
    page = badgePage(port, overlay, now.badges, changed, signal)
    offerMenu(signal)
  }
  watchActiveSites(follow, life.signal)
  void readActiveSites().then(follow)
}

if (!lensHere() && document.documentElement instanceof HTMLElement) start()
