import browser from 'webextension-polyfill'
import type { ToBackground } from '../../messages/background.ts'

/** Badges a site no more, or takes the person's choice back, with the permission that no other site needs. */
export async function leaveSite(origin: string, choice: 'off' | 'none'): Promise<void> {
  await browser.runtime.sendMessage({ to: 'background', type: 'leave-site', origin, choice } satisfies ToBackground)
}
