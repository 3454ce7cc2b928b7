/**
 * The shop script: small, since it comes with every page where all shops are badged, and calls the content script to
 * those that are shops. It also comes with the popup, to tell it why; twice in one page it does nothing.
 */
import browser from 'webextension-polyfill'
import type { ToPage } from '../messages/page.ts'
import { type ActiveSites, readActiveSites, watchActiveSites } from '../settings/active-sites.ts'
import { detectShop } from './features/shop/detect-shop.ts'
import type { ShopVerdict } from './features/shop/verdict.ts'
import { watchShop } from './features/shop/watch-shop.ts'
import { tellBackground } from './tell-background.ts'

declare global {
  var apparelLensShop: ShopScript | undefined
}

interface ShopScript {
  /** False once the extension was updated or removed under the page. */
  isAlive(): boolean
  end(): void
}

function start(): void {
  const life = new AbortController()
  globalThis.apparelLensShop = { isAlive: () => Boolean(browser.runtime?.id), end: () => life.abort() }

  browser.runtime.onMessage.addListener((data: unknown): Promise<ShopVerdict> | undefined => {
    const message = data as ToPage | null | undefined
    const isAsked = message?.to === 'page' && message.type === 'explain-shop'
    return isAsked ? Promise.resolve(detectShop(document)) : undefined
  })

  let watching: AbortController | undefined
  /** Looks where the person has not chosen: that comes before whatever the page is. */
  const follow = ({ on, off, shops }: ActiveSites) => {
    const isUndecided = shops && ![...on, ...off].includes(location.origin)
    if (isUndecided === Boolean(watching)) return
    watching?.abort()
    watching = isUndecided ? new AbortController() : undefined
    if (watching) watchShop(tell, AbortSignal.any([watching.signal, life.signal]))
  }
  watchActiveSites(follow, life.signal)
  void readActiveSites().then(follow)
}

function tell(isShop: boolean): void {
  void tellBackground({ to: 'background', type: 'found-shop', isShop })
}

// An updated extension finds its old script in the page, which nobody hears any more, and takes over.
// An element of that id would be in its place as long as there is nothing of our own.
const old = Object.hasOwn(globalThis, 'apparelLensShop') ? globalThis.apparelLensShop : undefined
if (!old?.isAlive() && document.documentElement instanceof HTMLElement) {
  old?.end()
  start()
}
