declare global {
  var apparelLensOverlay: string | undefined
}

/**
 * The name of the one element that this extension adds to a page. It is random: a page that knew the name could define the
 * element beforehand and get hold of its shadow root (https://html.spec.whatwg.org/#dom-elementinternals-shadowroot).
 */
export const OVERLAY_NAME = nameOfFrame()

/** The same for all of our scripts in this frame. */
function nameOfFrame(): string {
  // Before we define the variable, its name would resolve to an element of the page with that id.
  const known = Object.hasOwn(globalThis, 'apparelLensOverlay') ? globalThis.apparelLensOverlay : undefined
  const name = known ?? `apparel-lens-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
  globalThis.apparelLensOverlay = name
  return name
}
