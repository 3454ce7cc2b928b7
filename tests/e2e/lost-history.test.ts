import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { fillHistory, openHistoryPage, untilFound } from '../helpers/browser/history-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { skipAfterFailure } from '../helpers/skip-after-failure.ts'
import { soon } from '../helpers/soon.ts'

const COUNT = 30
/** A user asked for every seventh tag. */
const ASKED = Math.ceil(COUNT / 7)

let profile: string
let session: Session
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  session = await openSession({ profile })
})
afterAll(async () => {
  await session?.close()
  await rm(profile, { recursive: true, force: true })
})

/** How many tags the extension knows of outside its database. @param own any page of the extension */
async function countOutside(own: Page): Promise<number> {
  const { historyCopy } = await own.evaluate(() => chrome.storage.local.get('historyCopy'))
  return (historyCopy as { tags?: number } | undefined)?.tags ?? 0
}

// The second test reads what the first one lost.
skipAfterFailure()

it('says that a damaged history was lost, and brings back what the user had asked for', async () => {
  const before = await openHistoryPage(session)
  await fillHistory(before, COUNT)
  await eventually(
    () => countOutside(before),
    count => count === COUNT,
  )
  await session.close()
  const folder = join(profile, 'Default/IndexedDB', `chrome-extension_${session.extensionId}_0.indexeddb.leveldb`)
  for (const name of await readdir(folder))
    if (name !== 'LOCK')
      await writeFile(join(folder, name), Buffer.alloc((await readFile(join(folder, name))).length, 7))

  session = await openSession({ profile })
  const page = await openHistoryPage(session)
  await page.waitForSelector('main .trouble[role=alert]')
  await untilFound(page, ASKED)
  for (const words of [`Tags lost: ${COUNT - ASKED}`, `brought back: ${ASKED}`])
    await soon(() => page.$eval('main .trouble[role=alert]', notice => notice.textContent)).toContain(words)
  expect(await faultsOf(page)).toEqual([])
})

it('says so until the user has read it, and no longer', async () => {
  const own = await session.openOwnPage()
  await own.waitForSelector('.history .trouble[role=alert]')
  await own.locator('.history .trouble button').click()
  await own.waitForSelector('.history .trouble', { hidden: true })
  const page = await openHistoryPage(session)
  await untilFound(page, ASKED)
  expect(await page.$('.trouble')).toBeNull()
})
