import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer'
import { readReports } from '../../scripts/drive/report.ts'
import type { PictureReport } from '../../src/messages.ts'

/** Milliseconds between two looks. */
const STEP = 100

/**
 * Follows the answers to a page of garments by the tags that the host keeps of them, which costs the page nothing.
 * @param own a page of the extension
 */
export async function followAnswers(own: Page): Promise<{ until(count: number): Promise<number[]> }> {
  await own.evaluate(() => {
    const times: number[] = []
    const channel = new BroadcastChannel('history')
    channel.onmessage = ({ data }) => {
      for (const _ of data.ids ?? []) times.push(performance.now())
    }
    Object.assign(globalThis, { answeredAt: times })
  })
  return {
    /** @returns the times of all answers so far, as soon as there are so many; milliseconds */
    until: async count => {
      for (;;) {
        const times = await own.evaluate(() => (globalThis as unknown as { answeredAt: number[] }).answeredAt)
        if (times.length >= count) return times
        await pause(STEP)
      }
    },
  }
}

/** What the content script says of a page's pictures. Costs it a look at each of them. */
export async function picturesOf(own: Page, page: Page): Promise<PictureReport[]> {
  return (await readReports(own, page.url())).flatMap(({ pictures }) => pictures)
}
