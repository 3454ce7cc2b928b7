import browser from 'webextension-polyfill'

const KEY = 'isWelcomed'

/** Opens the first page, once in a profile: an extension that a developer loads is installed anew at each start. */
export async function welcome(): Promise<void> {
  if ((await browser.storage.local.get(KEY))[KEY]) return
  await browser.storage.local.set({ [KEY]: true })
  await browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') })
}
