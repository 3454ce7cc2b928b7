import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../scripts/drive/eventually.ts'
import { type Launched, launch } from '../../scripts/drive/launch.ts'
import { classOfName } from '../helpers/class-of-name.ts'
import { soon } from '../helpers/soon.ts'
import { drawPicture } from '../shop/pictures.ts'

describe('the welcome page after installation', () => {
  let launched: Launched
  let page: Page
  beforeAll(async () => {
    launched = await launch({ headless: true })
    if (!launched.welcome) throw new Error('The extension did not open its welcome page.')
    page = launched.welcome
  })
  afterAll(() => launched?.browser.close())

  it('opens by itself and says what the network runs on, without asking for permissions', async () => {
    await page.waitForSelector('footer [data-state="ready"]')
    await soon(() => page.$eval('footer p', words => words.textContent)).toMatch(
      /^On this computer: WASM · [\d.]+ ms a picture\.$/,
    )
    expect(await page.evaluate(() => chrome.permissions.getAll())).toMatchObject({ origins: [] })
    expect(await page.$eval('footer a', link => link.getAttribute('href'))).toBe('/src/options/index.html')
  })

  it('tries the network on sample pictures and keeps none of them', async () => {
    await page.locator('.samples [aria-label="Drawing of a shoe"]').click()
    await untilSaid(page, 'Shoes')
    await page.locator('.samples [aria-label="Drawing of a cat"]').click()
    await untilSaid(page, 'Not one of the ten garments')
    await soon(() =>
      page.$$eval('.samples [aria-pressed="true"]', all => all.map(({ ariaLabel }) => ariaLabel)),
    ).toEqual(['Drawing of a cat'])
    expect(await page.evaluate(countOfTags)).toBe(0)
  })

  it("tries the network on a user's own picture", async () => {
    const shirt = Buffer.from(await drawPicture('1f455', 500)).toString('base64')
    await page.evaluate(async shirt => {
      const bytes = await (await fetch(`data:image/jpeg;base64,${shirt}`)).blob()
      const data = new DataTransfer()
      data.items.add(new File([bytes], 'shirt.jpg', { type: 'image/jpeg' }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    }, shirt)
    await untilSaid(page, 'T-Shirt')
    await soon(() => page.$('.samples [aria-pressed="true"]')).toBeNull()
  })
})

/** The number of tags in the history. Runs in a page of the extension. */
function countOfTags(): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('history')
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const count = request.result.transaction('tags').objectStore('tags').count()
      count.onsuccess = () => {
        request.result.close()
        resolve(count.result)
      }
    }
  })
}

/** Waits for an answer. It may name a kind of the garment. */
async function untilSaid(page: Page, words: string): Promise<void> {
  await eventually(
    () => page.$eval('.verdict', verdict => verdict.firstChild?.textContent ?? ''),
    said => classOfName(said) === words,
  )
}
