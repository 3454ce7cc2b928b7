import { sendToBackground } from '../../messages/send.ts'

/**
 * Turns badges off for a site, or clears the user's choice. The service worker then revokes permissions that no other
 * site needs.
 */
export async function leaveSite(origin: string, choice: 'off' | 'none'): Promise<void> {
  await sendToBackground('leave-site', { origin, choice })
}
