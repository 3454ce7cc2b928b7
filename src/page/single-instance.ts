import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'
import type { PageCore } from './core/page-core.ts'

/** A script of ours that runs in this frame. */
interface Instance {
  /** False once the extension was updated or removed under the page. */
  isAlive(): boolean
  end(): void
  /** What it shares with our other scripts in this frame. */
  core?: PageCore
}

declare global {
  var apparelLensContent: Instance | undefined
  var apparelLensShop: Instance | undefined
  var apparelLensAnswers: Instance | undefined
}

/**
 * Starts a script, unless it runs in this frame already. An instance with a stale extension context is ended and replaced:
 * an updated extension finds it in the isolated world that both share.
 * @param start gets the controller of the script's life, and returns what it shares with our other scripts
 */
export function startOnce(
  name: 'apparelLensContent' | 'apparelLensShop' | 'apparelLensAnswers',
  start: (life: AbortController) => PageCore | undefined,
): void {
  // Before we define the variable, its name would resolve to an element of the page with that id.
  const running = Object.hasOwn(globalThis, name) ? globalThis[name] : undefined
  const root: Element = document.documentElement
  if (running?.isAlive() || !(root instanceof HTMLElement || root instanceof SVGElement)) return
  running?.end()
  const life = new AbortController()
  const instance: Instance = { isAlive: () => Boolean(browser.runtime?.id), end: () => life.abort() }
  globalThis[name] = instance
  onAbort(life.signal, () => {
    globalThis[name] = undefined
  })
  const core = start(life)
  if (core) instance.core = core
}
