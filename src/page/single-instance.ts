import browser from 'webextension-polyfill'
import { onAbort } from '../async/on-abort.ts'
import type { Feature } from './feature.ts'

/** A script of ours that runs in this frame. */
interface Instance {
  /** False once the extension was updated or removed under the page. */
  isAlive(): boolean
  end(): void
  /** Runs features of our other scripts in this frame beside its own. Only the content script does. */
  add?: AddFeatures
}

type AddFeatures = (features: readonly Feature[]) => void

declare global {
  var apparelLensContent: Instance | undefined
  var apparelLensShop: Instance | undefined
  var apparelLensAnswers: Instance | undefined
  var apparelLensAltTexts: Instance | undefined
  var apparelLensOutfits: Instance | undefined
  var apparelLensReport: Instance | undefined
}

type InstanceName =
  | 'apparelLensContent'
  | 'apparelLensShop'
  | 'apparelLensAnswers'
  | 'apparelLensAltTexts'
  | 'apparelLensOutfits'
  | 'apparelLensReport'

/**
 * Starts a script, unless it runs in this frame already. An instance with a stale extension context is ended and replaced:
 * an updated extension finds it in the isolated world that both share.
 * @param start gets the controller of the script's life, and returns how it runs features of our other scripts
 */
export function startOnce(name: InstanceName, start: (life: AbortController) => AddFeatures | undefined): void {
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
  const add = start(life)
  if (add) instance.add = add
}
