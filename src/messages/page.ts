import type { PageSummary, PictureReport } from '../page/features/report/picture-report.ts'
import type { ShopVerdict } from '../page/features/shop/verdict.ts'
import type { Envelope } from './message.ts'

/** What the scripts in one frame of a page answer. */
export interface PageMessages {
  /** Answers a right click on an image. */
  ask(args: { srcUrl: string }): void
  /** Answers a right click on any other picture: what the context menu was opened on. */
  'ask-here'(): void
  /** Replies with what was found on the page; empty where the site is not switched on. */
  report(): PictureReport[]
  /** Replies with the same in numbers; undefined where nothing is badged. */
  summarise(): PageSummary | undefined
  /** Badges this page while shops are badged, or stops. */
  'found-shop'(args: { isShop: boolean }): void
  /** Replies with whether the page is a shop, and why. */
  'explain-shop'(): ShopVerdict
}

export type ToPage = Envelope<'page', PageMessages>
