import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'

/** A script of ours that runs in this frame. */
interface Instance {
  /** False once the extension was updated or removed under the page. */
  isAlive(): boolean
  end(): void
}

declare global {
  var apparelLensContent: Instance | undefined
  var apparelLensShop: Instance | undefined
}

/**
 * Starts a script, unless it runs in this frame already. An instance with a stale extension context is ended and replaced:
 * an updated extension finds it in the isolated world that both share.
 * @param start gets the controller of the script's life
 */
export function startOnce(
  name: 'apparelLensContent' | 'apparelLensShop',
  start: (life: AbortController) => void,
): void {
  // Before we define the variable, its name would resolve to an element of the page with that id.
  const running = Object.hasOwn(globalThis, name) ? globalThis[name] : undefined
  const root: Element = document.documentElement
  if (running?.isAlive() || !(root instanceof HTMLElement || root instanceof SVGElement)) return
  running?.end()
  const life = new AbortController()
  globalThis[name] = { isAlive: () => Boolean(browser.runtime?.id), end: () => life.abort() }
  onAbort(life.signal, () => {
    globalThis[name] = undefined
  })
  start(life)
}
