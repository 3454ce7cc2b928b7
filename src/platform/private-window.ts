/** Whether this is a page in a private window that cannot open the extension's databases. In Chromium all can. */
export function isInPrivateWindow(): boolean {
  return false
}
