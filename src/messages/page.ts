import type { PageSummary, PictureReport } from '../page/features/report/picture-report.ts'
import type { ShopVerdict } from '../page/features/shop/verdict.ts'
import type { Envelope } from './message.ts'

/** What our scripts in one frame of a page answer. */
export interface PageMessages {
  /** Answers a right click on an image. */
  ask(args: { srcUrl: string }): void
  /** Answers a right click on any other picture, the one on which the context menu was opened. */
  'ask-here'(): void
  /** Replies with the pictures that were found; empty if the site is not switched on. */
  report(): PictureReport[]
  /** Replies with the same as counts; undefined if the page is not badged. */
  summarise(): PageSummary | undefined
  /** Starts or stops badging this page as a shop. */
  'found-shop'(args: { isShop: boolean }): void
  /** Replies with whether the page is a shop, and why. */
  'explain-shop'(): ShopVerdict
}

export type ToPage = Envelope<'page', PageMessages>
