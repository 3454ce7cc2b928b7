import browser from 'webextension-polyfill'
import { eraseHistory } from '../../history/erase.ts'
import { defaults } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'

/**
 * Leaves everything as after the installation: history, settings and grants. The history goes first: where it cannot go,
 * all stays as it is.
 * @throws HistoryError
 */
export async function eraseEverything(): Promise<void> {
  await eraseHistory()
  // As the newest choice, which the browser's sync takes to other machines: a mere deletion they would bring back.
  const { version: _, changedAt: __, ...choices } = defaults
  await changeSettings(choices)
  const { origins = [] } = await browser.permissions.getAll()
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false)
  localStorage.clear()
}
