import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { grantedSites } from '../helpers/firefox/browser-interface.ts'
import { readFirefoxBadges } from '../helpers/firefox/overlay.ts'
import { type FirefoxSession, openFirefoxSession, switchSiteOn } from '../helpers/firefox/session.ts'
import { openTestShop, type TestShop } from '../shop/open-test-shop.ts'
import { picturePath } from '../shop/pictures.ts'

const html = ['1f455', '1f45f', '1f9e5'].map(code => `<img src="${picturePath(code, 5)}" alt="">`).join('')

const LABELS = ['Jacket', 'Sneakers', 'T-Shirt']

let profile: string
// A site is an origin, so the shop must keep its port.
let shop: TestShop
const uuid = randomUUID()
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  shop = await openTestShop()
})
afterAll(() => {
  shop?.close()
  return rm(profile, { recursive: true, force: true, maxRetries: 5 })
})

it('keeps the history, the chosen site and its permission when Firefox restarts', async () => {
  const before = await open()
  try {
    const page = await before.visit(html)
    await switchSiteOn(before, page)
    expect(await labelsIn(await before.openOwnPage('history-page'))).toEqual(LABELS)
  } finally {
    await before.close()
  }
  const after = await open()
  try {
    expect(await labelsIn(await after.openOwnPage('history-page'))).toEqual(LABELS)
    expect(await grantedSites(after.browser)).toEqual(['http://127.0.0.1/*'])
    const page = await after.visit(html)
    await eventually(
      () => readFirefoxBadges(page),
      badges => badges.length === 3,
    )
  } finally {
    await after.close()
  }
})

function open(): Promise<FirefoxSession> {
  return openFirefoxSession({
    shop,
    profile,
    uuid,
    preferences: {
      // An add-on from a folder counts as uninstalled at the end. These keep what it has stored, as if it were not.
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextensions.keepStorageOnUninstall': true,
    },
  })
}

/** The labels of the three tags on a history page, sorted. */
async function labelsIn(page: Page): Promise<string[]> {
  const labels = await eventually(
    () => page.$$eval('.cell .what strong', all => all.map(({ textContent }) => textContent)),
    labels => labels.length === 3,
  )
  return labels.sort()
}
