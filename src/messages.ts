/**
 * Every message that crosses a context.
 *
 * Two roads: a Port named `INFERENCE` from a content script or an extension page straight to the inference host, and
 * one-off messages that name their receiver in `to`, so that nobody else has to look at them.
 */
import type { Prediction } from './apparel/prediction.ts'

/** Name of the Port to the inference host. */
export const INFERENCE = 'inference'

/** What is served first: `asked` by a person, `visible` on screen, `near` the screen, then the rest of the page. */
export const priorities = ['asked', 'visible', 'near', 'later'] as const
export type Priority = (typeof priorities)[number]

/** Where the pixels come from: a URL that the host reads, or a file's bytes that the asker has read. */
export type PictureSource = { url: string } | { bytes: Blob }

/** What the history keeps beside the prediction. */
export interface Sighting {
  pageUrl: string
  pageTitle: string
  /** URL of the picture, or '' where it has none. */
  imageUrl: string
  /** `auto`: badged while browsing. `asked`: by a right click. */
  by: 'auto' | 'asked'
}

/** Asker to host. `id` is the asker's own and names the request in later messages. */
export type ToHost =
  | {
      type: 'classify'
      id: number
      source: PictureSource
      priority: Priority
      /** Kept as a tag if a garment is seen. Left out in private windows and for uploads. */
      sighting?: Sighting
      /** The answer is to carry the embedding, by which similar pictures are found in the history. */
      withEmbedding?: boolean
    }
  | { type: 'prioritise'; id: number; priority: Priority }
  | { type: 'cancel'; id: number }
  | { type: 'status' }

/**
 * Host to asker: one `answer` a request that was not cancelled; a `status` when asked and whenever it changes; `closing` when
 * nothing was asked for so long that it goes, and need not be woken before there is something to ask.
 */
export type FromHost =
  | { type: 'answer'; id: number; answer: Answer }
  | { type: 'status'; status: HostStatus }
  | { type: 'closing' }

/** A prediction, or why there is none. */
export type Answer = Answered | Failure

export interface Answered {
  prediction: Prediction
  /**
   * Where the picture speaks for the garment: 7 × 7 numbers of 0..1, row by row, over the whole picture. Left out where
   * there is nothing to explain, as for *none*.
   */
  activation?: number[]
  /** As a tag keeps it; only where it was asked for. */
  embedding?: Int8Array<ArrayBuffer>
  backend: Backend
  /** Time of the network alone, in milliseconds; 0 for an answer that was remembered. */
  milliseconds: number
}

/** Why a picture has no answer. Shown to people as `failure_<reason>` of the locale. */
export interface Failure {
  failure: FailureReason
  /** For the log and the tooltip: an HTTP status, a size. */
  detail?: string
}

export type FailureReason =
  /** No answer from the server, or the browser does not let us read it: the two look alike from here. */
  | 'unreachable'
  /** An HTTP status that is not a success; `detail` says which. */
  | 'refused'
  | 'timed_out'
  /** No bytes at all. */
  | 'empty'
  /** More than 25 MB. */
  | 'too_large'
  /** More than 50 megapixels. */
  | 'too_many_pixels'
  /** Bytes that do not decode to a picture. */
  | 'not_a_picture'
  /** An SVG, which the host leaves to its page to draw, and of which the page may not read what it has drawn. */
  | 'drawing'
  /** A canvas or video that holds another site's picture: the browser lets nobody read it. */
  | 'tainted'
  /** The network could not be started or failed on this picture. */
  | 'network_failed'

export type Backend = 'webgpu' | 'wasm'

/** State of the inference host. */
export type HostStatus =
  | { state: 'starting' }
  | {
      state: 'ready'
      backend: Backend
      /** The GPU's name, where there is one. */
      adapter: string
      /** Median time of one picture: of the latest real ones, before that of the self-test's. */
      milliseconds: number
      /** Bytes that the network holds: its weights, and what a run has not given back. */
      memory: number
      /** What became of each rung of the backend ladder. */
      rungs: Rung[]
    }
  | { state: 'failed'; rungs: Rung[] }

/** A backend that was tried: its time, or why it was not taken, for the log and for people. */
export type Rung =
  | { backend: Backend; milliseconds: number }
  | { backend: Backend; refused: string; reason: RefusalReason }

/** Why a backend was not taken. Shown to people as `refusal_<reason>` of the locale. */
export const refusalReasons = [
  'no_adapter',
  /** A GPU that the processor imitates. */
  'software',
  'no_simd',
  'timed_out',
  /** It starts, and computes nonsense. */
  'wrong',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** What of the content script comes where it is needed alone: fields of its `Lens`. */
export type LatePart = 'readHere' | 'createStacks'

/** To the service worker, by `runtime.sendMessage`. */
export type ToBackground =
  /** Make sure that the inference host exists; the reply comes when it listens. */
  | { to: 'background'; type: 'wake-host' }
  /** Cut of last resort: the visible part of the sender's tab. Reply: a PNG as a data URL, or a Failure. */
  | { to: 'background'; type: 'capture-visible-tab' }
  /** Is the page of this tab a shop? Reply: a ShopVerdict, or undefined where the browser lets nobody in. */
  | { to: 'background'; type: 'explain-shop'; tabId: number }
  /** The sender's page is a shop that is to be badged, or is one no more. */
  | { to: 'background'; type: 'found-shop'; isShop: boolean }
  /** Badge this site no more, or let its pages decide, and give back what no site needs any more. */
  | { to: 'background'; type: 'leave-site'; origin: string; choice: 'off' | 'none' }
  /** Send this referrer with the host's requests for this address. Reply: the rule's number. */
  | { to: 'background'; type: 'lend-referrer'; url: string; referrer: string }
  /** Do so no more. */
  | { to: 'background'; type: 'return-referrer'; rule: number }
  /** The history has grown: bring it back to what is to be kept. The reply comes when that is done. */
  | { to: 'background'; type: 'trim-history' }
  /** There are other garments in the sender's frame than before: how many are on its page is to be shown. */
  | { to: 'background'; type: 'garments-changed' }
  /** Let a part of the content script into the sender's frame. The reply comes when it is there. */
  | { to: 'background'; type: 'let-in'; part: LatePart }
  /** The pointer is at a picture of the sender's that the browser does not take for one, or is there no more. */
  | { to: 'background'; type: 'offer-menu'; isHere: boolean }

/** To the inference host's document, by `runtime.sendMessage`; from the service worker alone. */
export interface ToHostDocument {
  to: 'host'
  /** It is about to be closed: it hangs up on all askers. The reply comes when the tags of what it has answered are kept. */
  type: 'retire'
}

/** To one frame's content script, by `tabs.sendMessage`. */
export type ToPage =
  | { to: 'page'; type: 'ask'; srcUrl: string }
  /** About what the menu was opened on. */
  | { to: 'page'; type: 'ask-here' }
  /** To the report script: what was seen on the page. Reply: `PictureReport[]`, empty where the site is not switched on. */
  | { to: 'page'; type: 'report' }
  /** The same in numbers. Reply: a PageSummary. */
  | { to: 'page'; type: 'summarise' }
  /** Badge this page while shops are badged, or do so no more. */
  | { to: 'page'; type: 'found-shop'; isShop: boolean }
  /** To the shop script. Reply: a ShopVerdict. */
  | { to: 'page'; type: 'explain-shop' }

/** Something on a page that shows a picture, or looks like it. */
export interface PictureReport {
  /** Left out where nothing of it is asked about. */
  kind?: PictureKind
  /** '' where it has none. */
  url: string
  /** Where its element is; pixels of its frame's viewport. */
  box: { x: number; y: number; width: number; height: number }
  outcome: PictureOutcome
}

/** What became of a picture. */
export type PictureOutcome =
  /** Far from the screen, or in a tab that nobody sees. */
  | { state: 'waiting' }
  | { state: 'asking' }
  | { state: 'answered'; answer: Answer }
  | { state: 'skipped'; reason: SkipReason }

/** What became of the pictures of a frame or page. A picture that is shown twice counts twice. */
export interface PageSummary {
  /** Those that get a badge, or would on screen: what the number on the extension's button counts. */
  garments: number
  /** Garments that get none, by the person's choice. */
  unwanted: number
  /** None of the ten, or not sure. */
  others: number
  /** No answer yet. */
  open: number
  unread: Partial<Record<FailureReason, number>>
  /** Looks like a picture, but is none to ask about. */
  skipped: Partial<Record<SkipReason, number>>
  /** Those that were unreachable, by the origin of their address on the web. */
  unreached: Record<string, number>
}

/** The ways in which a page shows pictures. */
export type PictureKind =
  | 'img'
  | 'input'
  | 'svg-image'
  | 'canvas'
  | 'video'
  | 'content'
  | 'background'
  | 'border-image'
  | 'mask'
  | 'before'
  | 'after'

/** Why what an element shows is not asked about. */
export type SkipReason =
  /** Shown with less than 48 px on a side: an icon or a spacer. */
  | 'small'
  /** Only a part of the picture shows, as of a sheet of icons or a frame. */
  | 'sprite'
  /** `display: none`, `visibility: hidden` and the like. */
  | 'hidden'
  /** A picture in the same element lies over it, as over a placeholder. */
  | 'covered'
  /** CSS paints it, from no picture. */
  | 'gradient'
  /** A video that plays, a canvas that is being drawn on. */
  | 'moving'
  /** Nothing is drawn on the canvas, or nothing that can be seen from outside, as with WebGL. */
  | 'blank'
  /** Not there yet, or broken. */
  | 'not_loaded'

/** Whether a page is taken for a shop, and all that spoke for it or against it. */
export interface ShopVerdict {
  isShop: boolean
  /** Sum of the reasons' weights. */
  score: number
  reasons: ShopReason[]
}

/** Shown to people as `shop_reason_<id>` of the locale. */
export interface ShopReason {
  id: ShopReasonId
  /** Points; below 0 it speaks against a shop. */
  weight: number
  /** The platform's name. */
  detail?: string
}

export type ShopReasonId =
  /** Structured data of a product. */
  | 'product'
  /** The page says to social networks that it is a product. */
  | 'og_product'
  | 'platform'
  /** "Add to cart" or "buy now". */
  | 'buy'
  /** A way to the cart. */
  | 'cart'
  /** Price tags; prices within sentences are none. */
  | 'prices'
  /** Two or more of delivery, returns, sizes, wish list, gift cards. */
  | 'service'
  /** The page says that it is an article, a video or the like. */
  | 'article'
  /** Structured data of other things for sale: tickets, rooms, cars, courses, software. */
  | 'other_trade'

/** True for an answer that carries a prediction. */
export function isAnswered(answer: Answer): answer is Answered {
  return 'prediction' in answer
}
