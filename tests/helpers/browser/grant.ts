import { consent } from '../../../scripts/drive/consent.ts'
import type { Session } from './session.ts'

/** Grants the extension permission for hosts without switching badges on, as for a shop's picture hosts. */
export async function grant(session: Session, patterns: string[]): Promise<void> {
  await consent(session.browser, session.extensionId, patterns)
  const page = await session.openOwnPage()
  const granted = await page.evaluate(origins => chrome.permissions.request({ origins }), patterns)
  await page.close()
  if (!granted) throw new Error(`The browser did not grant ${patterns.join(', ')}.`)
}
