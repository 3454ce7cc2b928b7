import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { faultsOf } from '../helpers/browser/axe.ts'
import { fillHistory, found, openHistoryPage, untilFound } from '../helpers/browser/history-page.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'

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

/** How many tags the extension knows of outside its database. */
async function countOutside(): Promise<number> {
  const own = await session.openOwnPage()
  const { historyCopy } = await own.evaluate(() => chrome.storage.local.get('historyCopy'))
  await own.close()
  return (historyCopy as { tags?: number } | undefined)?.tags ?? 0
}

it('says that a damaged history was lost, and brings back what the user had asked for', async () => {
  await fillHistory(await openHistoryPage(session), COUNT)
  await eventually(countOutside, count => count === COUNT)
  await session.close()
  const folder = join(profile, 'Default/IndexedDB', `chrome-extension_${session.extensionId}_0.indexeddb.leveldb`)
  for (const name of await readdir(folder))
    if (name !== 'LOCK')
      await writeFile(join(folder, name), Buffer.alloc((await readFile(join(folder, name))).length, 7))

  session = await openSession({ profile })
  const page = await openHistoryPage(session)
  const notice = await page.waitForSelector('main .trouble[role=alert]')
  await untilFound(page, ASKED)
  const said = (await notice?.evaluate(node => node.textContent)) ?? ''
  expect(said).toContain(`Tags lost: ${COUNT - ASKED}`)
  expect(said).toContain(`brought back: ${ASKED}`)
  expect(await faultsOf(page)).toEqual([])
})

it('says so until the user has read it, and no longer', async () => {
  const own = await session.openOwnPage()
  await own.waitForSelector('.history .trouble[role=alert]')
  await own.locator('.history .trouble button').click()
  await own.waitForSelector('.history .trouble', { hidden: true })
  const page = await openHistoryPage(session)
  await untilFound(page, ASKED)
  expect(await found(page)).toBe(ASKED)
  expect(await page.$('.trouble')).toBeNull()
})
