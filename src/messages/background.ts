import type { Failure } from '../apparel/failure.ts'
import type { ShopVerdict } from '../page/features/shop/verdict.ts'
import type { Envelope } from './message.ts'

/** What the service worker answers. */
export interface BackgroundMessages {
  /** Makes sure that the inference host exists. Replies when the host listens. */
  'wake-host'(): void
  /** Captures the visible part of the sender's tab: the last fallback. Replies with a PNG as a data URL. */
  'capture-visible-tab'(): string | Failure
  /** Asks whether the page of a tab is a shop. Replies with undefined where the browser allows no script. */
  'explain-shop'(args: { tabId: number }): ShopVerdict | undefined
  /** Tells that the sender's page is a shop to badge, or no longer is. */
  'found-shop'(args: { isShop: boolean }): void
  /** Stops badging a site, or lets its pages decide, and returns permissions that no site needs any more. */
  'leave-site'(args: { origin: string; choice: 'off' | 'none' }): void
  /** Sends this referrer with the host's requests for this address. Replies with the number of the rule. */
  'lend-referrer'(args: { url: string; referrer: string }): number
  /** Removes such a rule. */
  'return-referrer'(args: { rule: number }): void
  /** Deletes the oldest tags beyond what the person keeps. Replies when that is done. */
  'trim-history'(): void
  /** Tells that the number of garments in the sender's frame has changed. */
  'garments-changed'(): void
  /** Tells whether the pointer is at a picture that the browser does not recognise as one. */
  'offer-menu'(args: { isHere: boolean }): void
}

export type ToBackground = Envelope<'background', BackgroundMessages>
