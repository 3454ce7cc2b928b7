/** Closes the document that this script runs in: an offscreen document of Chromium. */
export function closeDocument(): void {
  window.close()
}
