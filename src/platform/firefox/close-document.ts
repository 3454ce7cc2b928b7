/** Closes the document that this script runs in: a frame of Firefox's event page. */
export function closeDocument(): void {
  window.frameElement?.remove()
}
