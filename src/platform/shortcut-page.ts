import browser from 'webextension-polyfill'

/** Opens the browser's page on which the user can change the extension's shortcuts. */
export async function openShortcutPage(): Promise<void> {
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
}
