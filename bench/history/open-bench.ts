import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { type BrowserOptions, type Launched, launch } from '../../scripts/drive/launch.ts'
import { benchDist } from '../../scripts/paths.ts'
import { drawPicture, garmentCodes } from '../../tests/shop/pictures.ts'

/** A browser, and in it the page that works on the history. */
export interface HistoryBench extends Launched {
  page: Page
}

/** Opens the page in a browser of its own. */
export async function openHistoryBench(
  options: Omit<BrowserOptions, 'headless' | 'extension'> = {},
): Promise<HistoryBench> {
  const launched = await launch({ headless: true, extension: benchDist, ...options })
  const page = await launched.browser.newPage()
  page.setDefaultTimeout(0)
  // The compiler keeps the names of functions by a call that pages do not know.
  await page.evaluateOnNewDocument('globalThis.__name = named => named')
  await page.goto(`chrome-extension://${launched.extensionId}/bench/history/index.html`)
  await page.waitForFunction(() => 'historyBench' in globalThis)
  return { ...launched, page }
}

/** Thumbnails as the host makes them, base64: of emoji on grounds with some noise, 1 to 2 kB as those of photographs. */
export async function drawThumbnails(): Promise<string[]> {
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const
  const grain = await sharp({ create: { width: 128, height: 128, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer()
  const draw = async (_: unknown, i: number) => {
    const picture = sharp(await drawPicture(garmentCodes[i % garmentCodes.length] ?? '1f455', i)).resize(128, 128)
    const grainy = picture.composite([{ input: grain, blend: 'soft-light' }])
    return (await grainy.webp({ quality: 80 }).toBuffer()).toString('base64')
  }
  return Promise.all(Array.from({ length: 48 }, draw))
}
