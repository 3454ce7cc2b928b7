import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { openSession, type Session } from '../helpers/browser/session.ts'
import { classOfName } from '../helpers/class-of-name.ts'
import { picturePath } from '../shop/pictures.ts'

let profile: string
let session: Session | undefined
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
})
afterAll(async () => {
  await session?.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

it('keeps the history across a restart of the browser, and a deleted tag stays deleted', async () => {
  const first = await openSession({ profile })
  session = first
  const shop = await first.visit(`<img src="${picturePath('1f455', 11)}"><img src="${picturePath('1f45f', 11)}">`)
  await switchOn(first, shop)
  await eventually(
    () => readBadges(shop),
    badges => badges.length === 2,
  )
  await tilesOf(await first.openOwnPage(), 2)
  await first.close()

  const second = await openSession({ profile })
  session = second
  const popup = await second.openOwnPage()
  const tiles = await tilesOf(popup, 2)
  expect(tiles.map(garmentOf).sort()).toEqual(['Shoes', 'T-Shirt'])
  for (const tile of tiles) expect(tile).toContain('Test shop')

  await popup.hover('.tags li')
  await popup.locator('.tags .bin').click()
  const [left] = await tilesOf(popup, 1)
  await popup.reload()
  expect((await tilesOf(popup, 1)).map(garmentOf)).toEqual([garmentOf(left ?? '')])
})

const garmentOf = (tile: string) => classOfName(tile.split(',')[0] ?? '')

/** The accessible name of each tag's link. */
function tilesOf(popup: Page, count: number): Promise<string[]> {
  return eventually(
    () => popup.$$eval('.tile', tiles => tiles.map(tile => tile.getAttribute('aria-label') ?? '')),
    tiles => tiles.length === count,
  )
}
