import type { PictureSource } from '../../messages/host-port.ts'
import { tryToTellBackground } from '../../messages/send.ts'
import { LruCache } from '../cache/lru-cache.ts'
import { PictureError } from '../picture-error.ts'
import type { Reader } from './reader.ts'
import type { ReadImage } from './reader-messages.ts'
import { referrerOf } from './referrer.ts'

/** A picture's source, and the URL of the page that shows it, if any. */
export type PageSource = PictureSource & { page?: string | undefined }

/** Statuses that no referrer will change: not found, gone, too many requests. */
const FINAL_STATUSES = ['404', '410', '429']
/** Number of remembered pairs of a site and a picture server. */
const REMEMBERED_PAIR_COUNT = 200

/** Pairs of a site and a server that needs its referrer. For these the first attempt, which would fail, is skipped. */
const needsReferrer = new LruCache<true>(REMEMBERED_PAIR_COUNT)

/**
 * Reads a picture without cookies or referrer. If the server refuses, as many do to prevent hotlinking, retries with the
 * referrer that the browser sends for the page itself.
 * @throws PictureError with the reason to show to the user, or the signal's reason
 */
export async function readForPage(
  reader: Reader,
  { page, ...source }: PageSource,
  signal: AbortSignal,
): Promise<ReadImage> {
  const url = 'url' in source && /^https?:/.test(source.url) ? source.url : undefined
  const referrer = url && page && referrerOf(url, page)
  if (!referrer) return reader.read(source, signal)
  const pair = `${new URL(referrer).origin} ${new URL(url).origin}`
  try {
    if (!needsReferrer.get(pair)) return await reader.read(source, signal)
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
  const picture = await withReferrer(url, referrer, () => reader.read(source, signal, 'reload'))
  needsReferrer.set(pair, true)
  return picture
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof PictureError) || error.reason !== 'refused') return false
  return error.detail.startsWith('4') && !FINAL_STATUSES.includes(error.detail)
}

/** Scripts cannot set another site as the referrer, so the service worker adds a network rule for the time of the request. */
async function withReferrer<T>(url: string, referrer: string, work: () => Promise<T>): Promise<T> {
  // Without a rule the server refuses once more, and the user reads that refusal.
  const rule = await tryToTellBackground('lend-referrer', { url, referrer })
  try {
    return await work()
  } finally {
    if (rule !== undefined) void tryToTellBackground('return-referrer', { rule })
  }
}
