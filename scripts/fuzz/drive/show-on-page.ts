import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer'
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
    const broken = new Set(await shop.evaluate(indicesOfBroken))
    const before = seen.size
    for (const { box, url, outcome } of report?.pictures ?? []) {
      const index = Math.round(box.y / CELL_PX) * COLUMNS + Math.round(box.x / CELL_PX)
      const picture = pictures[index]
      const settled = picture && settledAs(outcome, picture.isBackground ? undefined : broken.has(index))
      if (settled) seen.set(picture.seed, isAbout(url, picture) ? settled : { wrong: `the answer is about ${url}` })
    }
    // The extension says nothing about an `<img>` that shows nothing.
    for (const [index, { seed }] of pictures.entries())
      if (broken.has(index) && !seen.has(seed)) seen.set(seed, { reason: 'not_loaded' })
    if (seen.size > before) progressAt = performance.now()
    if (seen.size < pictures.length) await pause(POLL_MS)
  }
  await markDrawn(shop, pictures, seen)
  return seen
}

/** Tells pictures that the browser draws, at least in part, from those of which it knows no more than a size. */
async function markDrawn(shop: Page, pictures: PictureCase[], seen: Map<number, Seen>): Promise<void> {
  const unread = pictures.flatMap(({ seed }, i) => {
    const one = seen.get(seed)
    return one && 'reason' in one && one.reason === 'not_a_picture' ? [i] : []
  })
  for (const index of await shop.evaluate(whichDraw, unread)) {
    const { seed } = pictures[index] as PictureCase
    seen.set(seed, { reason: 'drawn_but_unread' })
  }
}

/** Runs in the page. @returns those of the positions whose `<img>` leaves a trace on a canvas */
function whichDraw(indices: number[]): number[] {
  const cells = document.querySelectorAll('.p')
  return indices.filter(index => {
    const image = cells[index]
    if (!(image instanceof HTMLImageElement) || image.naturalWidth === 0) return false
    const context = new OffscreenCanvas(8, 8).getContext('2d')
    context?.drawImage(image, 0, 0, 8, 8)
    return context?.getImageData(0, 0, 8, 8).data.some(value => value > 0) ?? false
  })
}

/** @param isBroken whether the page's `<img>` shows nothing; undefined for a background */
function settledAs(outcome: PictureReport['outcome'], isBroken: boolean | undefined): Seen | undefined {
  if (outcome.state === 'answered')
    return isAnswered(outcome.answer) ? { answered: true } : { reason: outcome.answer.failure }
  if (outcome.state !== 'skipped') return undefined
  // The extension may not have noticed yet that the picture has loaded.
  if (outcome.reason === 'not_loaded' && isBroken === false) return undefined
  return { reason: outcome.reason }
}

/** A skipped picture has no address. */
function isAbout(url: string, { seed }: PictureCase): boolean {
  return url === '' || url.includes(`/page/${seed}/`)
}

/** Runs in the page. The positions of `<img>`s that the browser could not load. */
function indicesOfBroken(): number[] {
  return [...document.querySelectorAll('.p')].flatMap((element, i) =>
    element instanceof HTMLImageElement && element.complete && element.naturalWidth === 0 ? [i] : [],
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
