import browser from 'webextension-polyfill'
import type { ToBackground } from '../messages/background.ts'

/** Tells the service worker something, where it can still be told: an extension that is gone throws at once. */
export async function tellBackground(message: ToBackground): Promise<void> {
  try {
    await browser.runtime.sendMessage(message)
  } catch {}
}
