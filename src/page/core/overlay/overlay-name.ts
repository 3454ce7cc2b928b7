/**
 * The element that this extension adds to a page: what looks through the page passes it by. A page that knew the name
 * beforehand could define the element, and would be handed what is in it
 * (https://html.spec.whatwg.org/#dom-elementinternals-shadowroot). So it is random.
 */
export const OVERLAY_NAME = `apparel-lens-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`
