import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { type BrowserOptions, type Launched, launch } from '../../scripts/drive/launch.ts'
import { benchDist } from '../../scripts/paths.ts'
import { retentionRange } from '../../src/settings/schema.ts'
import { drawPicture, garmentCodes } from '../../tests/shop/pictures.ts'

/** A browser with the page that works on the history. */
export interface HistoryBench extends Launched {
  page: Page
}

/**
 * Starts a browser and opens the page.
 * @param extension folder of a build with the pages of the benchmarks
 */
export async function openHistoryBench(
  options: Omit<BrowserOptions, 'headless' | 'extension'> = {},
  extension = benchDist,
): Promise<HistoryBench> {
  const launched = await launch({ headless: true, extension, ...options })
  const page = await launched.browser.newPage()
  page.setDefaultTimeout(0)
  // tsx keeps function names through a helper that pages lack.
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  await page.goto(`chrome-extension://${launched.extensionId}/bench/history/index.html`)
  await page.waitForFunction(() => 'historyBench' in globalThis)
  // Otherwise each popup would have the history trimmed while it is measured.
  await page.evaluate(retention => chrome.storage.local.set({ settings: { retention } }), retentionRange.most)
  return { ...launched, page }
}

/** Thumbnails in base64 as the host makes them: emoji with noise, 3 to 4 kB each like those of photographs. */
export async function drawThumbnails(): Promise<string[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 34 } as const
  const grain = await sharp({ create: { width: 128, height: 128, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer()
  const draw = async (_: unknown, i: number) => {
    const picture = sharp(await drawPicture(garmentCodes[i % garmentCodes.length] ?? '1f455', i)).resize(128, 128)
    const grainy = picture.composite([{ input: grain, blend: 'overlay' }])
    return (await grainy.jpeg({ quality: 85, optimiseCoding: true }).toBuffer()).toString('base64')
  }
  return Promise.all(Array.from({ length: 48 }, draw))
}
