import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { photoShelves } from '../../scripts/demo-shop/photo-shelves.ts'
import { type DemoShop, openDemoShop } from '../../scripts/demo-shop/server.ts'
import { askHost } from '../../scripts/drive/ask-host.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { readBadges } from '../../scripts/drive/overlay.ts'
import { popupUrl, switchOn } from '../../scripts/drive/popup.ts'
import { isAnswered } from '../../src/apparel/answer.ts'
import { classes } from '../../src/apparel/classes.ts'

// The photographs belong to their owners and are not part of this repository.
const photographs = fileURLToPath(new URL('../../../shared/data/apparel/val', import.meta.url))
const hasPhotographs = existsSync(photographs)
if (!hasPhotographs) console.warn(`SKIPPED: photographs.test.ts checks nothing, because there is no ${photographs}.`)

/** The demo shop leaves out the folder `ambiguous`, whose pictures have no right answer. */
const labels = new Set<string>(classes)
const PICTURES_PER_CLASS = 4

describe.skipIf(!hasPhotographs)('photographs that the network was not trained on', () => {
  let shop: DemoShop
  let launched: Launched
  beforeAll(async () => {
    shop = await openDemoShop(photoShelves(photographs, PICTURES_PER_CLASS * labels.size))
    launched = await launch({ headless: true })
  })
  afterAll(async () => {
    await launched?.browser.close()
    shop?.close()
  })

  it('get badges, nearly all of them right', async () => {
    await goByPicturesAlone()
    const page = await launched.browser.newPage()
    await page.setViewport({ width: 1280, height: 6000 })
    await page.goto(shop.url)
    await page.waitForFunction(() => [...document.images].every(image => image.naturalWidth > 0))
    await switchOn(launched, page)

    const pairs = await labelsAndBadges(page)
    expect(new Set(pairs.map(({ label }) => label))).toEqual(labels)
    const garments = pairs.filter(({ label }) => label !== 'none')
    const badged = garments.filter(({ badge }) => badge !== undefined)
    const right = badged.filter(({ label, badge }) => badge === label)
    expect(garments).toHaveLength(40)
    // Loose bounds, because the sample is small. `npm run evaluate` measures the whole split.
    expect(badged.length / garments.length).toBeGreaterThanOrEqual(0.8)
    expect(right.length / badged.length).toBeGreaterThanOrEqual(0.85)
    expect(pairs.filter(({ label, badge }) => label === 'none' && badge).length).toBeLessThanOrEqual(1)
  })

  /** The captions name the garments, and this test is about the network. */
  async function goByPicturesAlone(): Promise<void> {
    const own = await launched.browser.newPage()
    await own.goto(popupUrl(launched.extensionId))
    await own.evaluate(() => chrome.storage.local.set({ settings: { pageWords: false } }))
    await own.close()
  }

  /** The label in each picture's caption, and the garment on the badge that lies on it, once every picture is answered. */
  async function labelsAndBadges(page: Page): Promise<{ label: string; badge: string | undefined }[]> {
    const pictures = await page.$$eval('.item img', images =>
      images.map(image => {
        const { x, y, right, bottom } = image.getBoundingClientRect()
        const label = image.parentElement?.textContent.trim() ?? ''
        return { label, url: (image as HTMLImageElement).currentSrc, x, y, right, bottom }
      }),
    )
    const own = await launched.browser.newPage()
    await own.goto(popupUrl(launched.extensionId))
    const answers = await askHost(
      own,
      pictures.map(({ url }) => url),
    )
    const expected = answers.filter(answer => isAnswered(answer) && answer.prediction.verdict === 'garment').length
    await page.bringToFront()
    const badges = await eventually(
      () => readBadges(page),
      badges => badges.length === expected,
    )
    return pictures.map(({ label, x, y, right, bottom }) => {
      const on = badges.find(badge => badge.x >= x && badge.x < right && badge.y >= y && badge.y < bottom)
      return { label, badge: on?.garment }
    })
  }
})
