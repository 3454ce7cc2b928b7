import browser from 'webextension-polyfill'

/** Whether this is a page in a private window that cannot open the extension's databases: in Firefox none can. */
export function isInPrivateWindow(): boolean {
  // Workers have no such interface, and are in no window.
  return (browser as typeof browser | undefined)?.extension?.inIncognitoContext === true
}
