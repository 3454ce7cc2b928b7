/**
 * The name of the one element that this extension adds to a page. It is random: a page that knew the name could define the
 * element beforehand and get hold of its shadow root (https://html.spec.whatwg.org/#dom-elementinternals-shadowroot).
 */
export const OVERLAY_NAME = `apparel-lens-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
