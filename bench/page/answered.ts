import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer'
import { readReports } from '../../scripts/drive/report.ts'
import type { PictureReport } from '../../src/messages.ts'

/** Milliseconds between two looks: seldom, since each takes time from what is measured. */
const STEP = 1000

/** What the content script says of a page's pictures. */
export async function picturesOf(own: Page, page: Page): Promise<PictureReport[]> {
  return (await readReports(own, page.url())).flatMap(({ pictures }) => pictures)
}

/** Waits until at least so many pictures of a page are answered. */
export async function untilAnswered(own: Page, page: Page, count: number): Promise<void> {
  while ((await picturesOf(own, page)).filter(isAnswered).length < count) await pause(STEP)
}

export function isAnswered({ outcome }: PictureReport): boolean {
  return outcome.state === 'answered'
}

/** Whether any of it is in a window of that height. */
export function isOnScreen({ box }: PictureReport, height: number): boolean {
  return box.y < height && box.y + box.height > 0
}
