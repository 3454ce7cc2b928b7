import browser from 'webextension-polyfill'
import { removeStaleOverlays } from '../../../platform/stale-overlays.ts'

declare global {
  /** The overlay's name, with the extension context that chose it. */
  var apparelLensOverlay: { name: string; browser: typeof browser } | undefined
}

/**
 * The name of the one element that this extension adds to a page. It is random: a page that knew the name could define the
 * element beforehand and get hold of its shadow root (https://html.spec.whatwg.org/#dom-elementinternals-shadowroot).
 */
export const OVERLAY_NAME = nameOfFrame()

/** The same for all of our scripts in this frame, until an updated extension, whose overlay is a new element, replaces them. */
function nameOfFrame(): string {
  // Before we define the variable, its name would resolve to an element of the page with that id.
  const known = Object.hasOwn(globalThis, 'apparelLensOverlay') ? globalThis.apparelLensOverlay : undefined
  if (known?.browser.runtime?.id) return known.name
  removeStaleOverlays()
  const name = `apparel-lens-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
  globalThis.apparelLensOverlay = { name, browser }
  return name
}
