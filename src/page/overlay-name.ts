/** The element that this extension adds to a page: what looks through the page passes it by. */
export const OVERLAY = 'apparel-lens'
