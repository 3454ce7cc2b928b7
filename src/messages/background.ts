import type { Failure } from '../apparel/failure.ts'
import type { ShopVerdict } from '../page/features/shop/verdict.ts'

/** The edges of a box. */
export interface Edges {
  left: number
  top: number
  right: number
  bottom: number
}

/** What any sender may ask of the service worker, content scripts in web pages included. */
export interface PublicBackgroundMessages {
  /** Makes sure that the inference host exists. Replies when the host listens. */
  'wake-host'(): void
  /**
   * Captures a part of the sender's tab: the last fallback. Replies with a PNG.
   * @param args the part in CSS pixels from the corner of the visual viewport, and how many of them the whole capture is wide
   */
  'capture-visible-tab'(args: { crop: Edges; layoutWidth: number }): Blob | Failure
  /** Reports that the sender's page is a shop to badge, or no longer is. */
  'found-shop'(args: { isShop: boolean }): void
  /** Reports that the number of garments in the sender's frame has changed. */
  'garments-changed'(): void
  /** Injects a script of ours into the sender's frame, which has the content script. */
  'load-script'(args: { script: 'answer' | 'alt-text' | 'outfit' }): void
  /** Reports whether the pointer is over a picture that the browser does not recognise as one. */
  'offer-menu'(args: { isHere: boolean }): void
}

/** What only the extension's own pages and the host may ask: a web page has no business with other tabs or the host. */
export interface OwnBackgroundMessages {
  /** Asks whether the page of a tab is a shop. Replies with undefined if the browser allows no script. */
  'explain-shop'(args: { tabId: number }): ShopVerdict | undefined
  /** Lets the user choose pictures of a tab to teach from. */
  'choose-pictures'(args: { tabId: number }): void
  /** Stops badging a site, or clears the choice for it, and returns permissions that no site needs any more. */
  'leave-site'(args: { origin: string; choice: 'off' | 'none' }): void
  /** Sends this referrer with the host's requests for this address. Replies with the number of the rule. */
  'lend-referrer'(args: { url: string; referrer: string }): number
  /** Removes such a rule. */
  'return-referrer'(args: { rule: number }): void
  /** Restores, copies and trims the history. Replies when that is done. */
  'maintain-history'(): void
  /** Publishes the user's own kinds to the content scripts after a change. */
  'publish-own-kinds'(): void
}

/** Everything that the service worker answers. The map that you add a message to decides who may send it. */
export interface BackgroundMessages extends PublicBackgroundMessages, OwnBackgroundMessages {}
