import { sendToBackground } from '../messages/send.ts'

/** Badges a site no more, or takes the person's choice back, with the permission that no other site needs. */
export async function leaveSite(origin: string, choice: 'off' | 'none'): Promise<void> {
  await sendToBackground('leave-site', { origin, choice })
}
