/** How the overlay's name begins, see overlay-name.ts. */
const PREFIX = 'apparel-lens-'

/**
 * Removes what a stale extension context left on the page. Firefox stops it at once, without notice, when the extension is updated,
 * switched off or removed.
 */
export function removeStaleOverlays(): void {
  for (const element of [...document.documentElement.children])
    if (element.localName.startsWith(PREFIX)) element.remove()
}
