import type { Page } from 'puppeteer'

/** A picture of a page. */
export interface Picture {
  /** What the page says beside it; else the end of its address. */
  name: string
  url: string
}

/** Pixels; a page that never ends is not shown whole. */
const TALLEST = 12_000
/** Milliseconds that lazy pictures get to load. */
const PATIENCE = 15_000

/** Makes the window as tall as the page, waits for its pictures, and lists those that are no mere icons. */
export async function showWholePage(page: Page): Promise<Picture[]> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewport({ width: 1280, height: Math.min(height, TALLEST) })
  // A shop's picture may never load; the others are worth showing.
  await page
    .waitForFunction(() => [...document.images].every(image => image.complete), { timeout: PATIENCE })
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
