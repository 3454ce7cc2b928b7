import type { Page } from 'puppeteer'

/** A picture of a page. */
export interface Picture {
  /** The text beside it, or the end of its URL. */
  name: string
  url: string
}

/** Some pages never end. */
const MAX_HEIGHT_PX = 12_000
const LAZY_LOADING_MS = 15_000

/** Makes the window as tall as the page, waits for its pictures, and lists those larger than icons. */
export async function showWholePage(page: Page): Promise<Picture[]> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewport({ width: 1280, height: Math.min(height, MAX_HEIGHT_PX) })
  // Some pictures never load. The others are still worth showing.
  await page
    .waitForFunction(() => [...document.images].every(image => image.complete), { timeout: LAZY_LOADING_MS })
    .catch(() => {})
  return page.evaluate(() => {
    const shown = [...document.images].flatMap(image => {
      const { width, height, left, right, top } = image.getBoundingClientRect()
      const isOnScreen = top < innerHeight && left < innerWidth && right > 0 && image.checkVisibility()
      if (!isOnScreen || image.naturalWidth === 0 || Math.min(width, height) < 48) return []
      const beside = image.alt || image.parentElement?.textContent || ''
      return [{ url: image.currentSrc, name: beside.replace(/\s+/g, ' ').trim() || image.currentSrc.slice(-40) }]
    })
    return [...new Map(shown.map(picture => [picture.url, picture])).values()]
  })
}
