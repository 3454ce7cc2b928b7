import { eventually } from '../../../scripts/drive/eventually.ts'
import oldHistory from '../history-version-1.json' with { type: 'json' }
import { writeVersion1 } from '../old-history.ts'
import type { Session } from './session.ts'

/**
 * Replaces the empty history of a new profile by one that the first version wrote, as if that version had been installed.
 * Resolves when nothing of the extension has it open.
 */
export async function startWithVersion1({ browser, extensionId }: Session): Promise<void> {
  const page = await browser.newPage()
  // A page of the extension that does not open the database.
  await page.goto(`chrome-extension://${extensionId}/icons/16.png`)
  // Installing the extension opens the history, and ends with looking after it.
  await eventually(
    () => page.evaluate(() => chrome.storage.local.get('historyCopy')),
    ({ historyCopy }) => historyCopy !== undefined,
  )
  // One look follows another, so the answer to this one means that both have ended.
  await page.evaluate(() => chrome.runtime.sendMessage({ to: 'background', type: 'maintain-history' }))
  await page.evaluate(forgetHistory)
  await page.evaluate(writeVersion1, oldHistory)
  await page.close()
}

/** Removes the database and the copy beside it, which the first version did not have. Runs in a page of the extension. */
async function forgetHistory(): Promise<void> {
  await chrome.storage.local.remove('historyCopy')
  await new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('history')
    deleting.onsuccess = () => resolve()
    deleting.onerror = () => reject(deleting.error)
  })
}
