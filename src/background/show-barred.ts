import browser from 'webextension-polyfill'

/** Size of the window, in pixels of the screen: that of the popup. */
const WINDOW = { width: 420, height: 680 }

/**
 * Says in a window of its own why a right click has no answer on a page that the browser keeps all extensions off, and offers
 * another way to ask.
 */
export async function showBarred(): Promise<void> {
  await browser.windows.create({ type: 'popup', url: browser.runtime.getURL('src/popup/index.html?barred'), ...WINDOW })
}
