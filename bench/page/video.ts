import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer'
import { followVideo } from '../../scripts/drive/context-menu.ts'
import { eventually } from '../../scripts/drive/eventually.ts'
import { filmOf } from '../../scripts/drive/film.ts'
import { inOverlay } from '../../scripts/drive/in-overlay.ts'
import { readOverlay } from '../../scripts/drive/overlay.ts'
import { garmentCodes } from '../../tests/shop/pictures.ts'
import type { Figure } from '../figure.ts'
import { median } from '../median.ts'
import { pictureAt } from './bench-shop.ts'
import type { Bench } from './open-bench.ts'
import { processorTimeOf } from './processor-time.ts'

const ROUNDS = 3
const SPAN_MS = 10_000
/** Three garments below each other, as somebody would wear them; pixels of the film. */
const PLACES = [
  { left: 520, top: 20, width: 240, height: 240 },
  { left: 520, top: 260, width: 260, height: 260 },
  { left: 560, top: 530, width: 170, height: 170 },
]
/** Most of one core that following a video may use. */
const MAX_SHARE = 0.25

/** What following a video costs: all processor time of the browser while it plays and is followed, less that while it plays alone. */
export async function measureVideo(bench: Bench): Promise<Figure[]> {
  // The first picture of each round of the codes is a T-shirt, then come trousers and shoes.
  const first = Math.ceil(bench.shop.fresh(2 * garmentCodes.length) / garmentCodes.length) * garmentCodes.length
  const parts = PLACES.map((place, i) => ({ src: pictureAt(first + i), ...place }))
  const film = filmOf(parts, { width: 1280, height: 720, seconds: 3 })
  const page = await bench.open(bench.shop.page(`<!doctype html><html lang="en"><title>Film</title>${film}`))
  await page.bringToFront()
  await page.evaluate('playing')
  const seen: { share: number[]; rate: number[]; boxes: number[] } = { share: [], rate: [], boxes: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const alone = await processorTimeOf(bench.browser, () => pause(SPAN_MS))
    await followVideo(bench, page)
    await eventually(
      () => readOverlay(page, '.mark-label'),
      labels => labels.length > 0,
    )
    let answers = 0
    const followed = await processorTimeOf(bench.browser, async () => {
      answers = await countAnswers(page)
    })
    seen.share.push((followed - alone) / SPAN_MS)
    seen.rate.push((1000 * answers) / SPAN_MS)
    seen.boxes.push((await readOverlay(page, '.mark')).length)
    await page.keyboard.press('Escape')
    await eventually(
      () => readOverlay(page, '.follow'),
      left => left.length === 0,
    )
  }
  await page.close()
  const [share, rate, boxes] = [median(seen.share), median(seen.rate), median(seen.boxes)]
  return [
    {
      what: 'following a video of 1280 × 720, share of one core beyond playing it',
      seen: `${(100 * share).toFixed(0)} %, ${rate.toFixed(1)} answers a second, ${boxes} garments`,
      bar: `≤ ${100 * MAX_SHARE} %`,
      isMet: share <= MAX_SHARE,
    },
  ]
}

/** Counts the answers that the page shows within the span: each moves the marks. */
function countAnswers(page: Page): Promise<number> {
  const count = async function (this: ShadowRoot, milliseconds: string) {
    let answers = 0
    const marks = this.querySelector('.marks')
    if (!marks) throw new Error('The video is not followed.')
    new MutationObserver(() => answers++).observe(marks, { attributeFilter: ['style'] })
    await new Promise(resolve => setTimeout(resolve, Number(milliseconds)))
    return answers
  }
  return inOverlay(page, 0, count, String(SPAN_MS))
}
