import browser from 'webextension-polyfill'

/** Size of the window, in pixels of the screen: that of the popup. */
const WINDOW = { width: 420, height: 680 }

/**
 * Lets the user choose files for an input. In the popup it opens the same page in a window of its own, where the user can choose:
 * Firefox closes the popup when its file picker takes the focus (https://bugzilla.mozilla.org/show_bug.cgi?id=1292701).
 */
export function openFilePicker(input: HTMLInputElement): void {
  const isPopup = browser.extension.getViews({ type: 'popup' }).includes(window)
  const url = browser.runtime.getURL('src/popup/index.html?choose')
  if (isPopup) void browser.windows.create({ type: 'popup', url, ...WINDOW })
  else input.click()
}
