import browser from 'webextension-polyfill'

/** Opens the browser's page on which the user can change the extension's shortcuts. Extensions cannot open it by its address. */
export async function openShortcutPage(): Promise<void> {
  // The polyfill's types lack it.
  await (browser.commands as unknown as { openShortcutSettings(): Promise<void> }).openShortcutSettings()
}
