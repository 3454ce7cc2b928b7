import browser from 'webextension-polyfill'
import { eraseHistory } from '../../history/erase.ts'
import { eraseWithCopy } from '../../history/rescue/keep-copy.ts'
import { defaults } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { eraseTeaching } from '../../teaching/delete.ts'

/**
 * Resets history, lessons, settings and permissions to their state after installation. Erases the history first: if that fails,
 * nothing else changes.
 * @throws HistoryError
 */
export async function eraseEverything(): Promise<void> {
  await eraseWithCopy(eraseHistory)
  await eraseTeaching()
  // Written as the newest settings, which sync to other machines. A plain deletion would be restored from there.
  const { version: _, changedAt: __, ...choices } = defaults
  await changeSettings(choices)
  const { origins = [] } = await browser.permissions.getAll()
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false)
  localStorage.clear()
}
