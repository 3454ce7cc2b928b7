import browser from 'webextension-polyfill'

const KEY = 'isWelcomed'

/** Opens the welcome page once per profile: an unpacked extension counts as newly installed at each start. */
export async function welcome(): Promise<void> {
  if ((await browser.storage.local.get(KEY))[KEY]) return
  await browser.storage.local.set({ [KEY]: true })
  await browser.tabs.create({ url: browser.runtime.getURL('src/welcome/index.html') })
}
