import { setTimeout as pause } from 'node:timers/promises'
import { isAnswered } from '../../../src/apparel/answer.ts'
import type { PictureReport } from '../../../src/page/features/report/picture-report.ts'
import { readReports } from '../../drive/report.ts'
import type { PictureCase } from '../make/picture-case.ts'
import type { Seen } from '../outcome.ts'
import { PATIENCE_MS, type World } from './world.ts'

/** Side of a picture on the page: more than the extension skips as too small. */
const CELL_PX = 60
const COLUMNS = 20
const POLL_MS = 150

/** More would not fit on the screen, and what is off screen waits. */
export const MAX_SHOWN = 280

/** Shows pictures on a page that is switched on, and waits until each has its outcome. Those without one are left out. */
export async function showOnPage({ shop, own, server }: World, pictures: PictureCase[]): Promise<Map<number, Seen>> {
  const url = server.page(pageOf(pictures.map(picture => ({ ...picture, url: server.file(picture) }))))
  await shop.bringToFront()
  await shop.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS })
  const seen = new Map<number, Seen>()
  let progressAt = performance.now()
  while (seen.size < pictures.length && performance.now() < progressAt + PATIENCE_MS) {
    const [report] = await readReports(own, url)
    const unloaded = new Set(await shop.evaluate(indicesOfUnloaded))
    const before = seen.size
    for (const { box, url, outcome } of report?.pictures ?? []) {
      const index = Math.round(box.y / CELL_PX) * COLUMNS + Math.round(box.x / CELL_PX)
      const picture = pictures[index]
      const settled = picture && settledAs(outcome, unloaded.has(index))
      if (settled) seen.set(picture.seed, isAbout(url, picture) ? settled : { wrong: `the answer is about ${url}` })
    }
    if (seen.size > before) progressAt = performance.now()
    if (seen.size < pictures.length) await pause(POLL_MS)
  }
  return seen
}

function settledAs(outcome: PictureReport['outcome'], isUnloaded: boolean): Seen | undefined {
  if (outcome.state === 'answered') {
    if (isAnswered(outcome.answer)) return { answered: true }
    const { failure } = outcome.answer
    return { reason: failure === 'not_a_picture' && !isUnloaded ? 'shown_but_unread' : failure }
  }
  if (outcome.state !== 'skipped') return undefined
  // The picture may have loaded only now.
  if (outcome.reason === 'not_loaded' && !isUnloaded) return undefined
  return { reason: outcome.reason }
}

/** A skipped picture has no address. */
function isAbout(url: string, { seed }: PictureCase): boolean {
  return url === '' || url.includes(`/page/${seed}/`)
}

/** Runs in the page. Broken pictures, by their position. */
function indicesOfUnloaded(): number[] {
  return [...document.querySelectorAll('.p')].flatMap((element, i) =>
    element instanceof HTMLImageElement && element.complete && element.naturalWidth > 0 ? [] : [i],
  )
}

function pageOf(pictures: (PictureCase & { url: string })[]): string {
  const cells = pictures.map(({ url, isBackground }, i) => {
    const place = `left:${(i % COLUMNS) * CELL_PX}px;top:${Math.floor(i / COLUMNS) * CELL_PX}px`
    return isBackground
      ? `<i class="p" style="${place};background:url(${url}) 0 / 100% 100%"></i>`
      : `<img class="p" style="${place}" src="${url}" alt="">`
  })
  return `<!doctype html><title>Shop</title><link rel="icon" href="data:,">
<style>.p { position: absolute; width: ${CELL_PX}px; height: ${CELL_PX}px }</style>${cells.join('\n')}`
}
