import browser from 'webextension-polyfill'
import type { ToBackground } from '../../messages/background.ts'

/**
 * Turns badges off for a site, or clears the user's choice. The service worker then revokes permissions that no other
 * site needs.
 */
export async function leaveSite(origin: string, choice: 'off' | 'none'): Promise<void> {
  await browser.runtime.sendMessage({ to: 'background', type: 'leave-site', origin, choice } satisfies ToBackground)
}
