import type { PictureSource } from '../../messages/host-port.ts'
import { tryToTellBackground } from '../../messages/send.ts'
import { LruCache } from '../cache/lru-cache.ts'
import { PictureError } from '../picture-error.ts'
import type { Reader } from './reader.ts'
import type { ReadImage } from './reader-messages.ts'
import { referrerOf } from './referrer.ts'

/** Where a picture is, and the address of the page that shows it, where there is one. */
export type PageSource = PictureSource & { page?: string | undefined }

/** Statuses of a refusal that no referrer will change: not there, and too many requests. */
const FINAL = ['404', '410', '429']
/** Pairs of a page's site and a server that are remembered. */
const REMEMBERED = 200

/** Sites, each with a server that has given it pictures for its referrer alone: it is not made to refuse each one first. */
const insistent = new LruCache<true>(REMEMBERED)

/**
 * Reads a picture without cookies or referrer. Where its server refuses that, as many do to keep other sites from showing
 * their pictures, it gets the referrer that the browser sends with the page's own request.
 * @throws PictureError with the reason for the person, or the signal's reason
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
    if (!insistent.get(pair)) return await reader.read(source, signal)
  } catch (error) {
    if (!isRefusal(error)) throw error
  }
  const picture = await withReferrer(url, referrer, () => reader.read(source, signal, 'reload'))
  insistent.set(pair, true)
  return picture
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof PictureError) || error.reason !== 'refused') return false
  return error.detail.startsWith('4') && !FINAL.includes(error.detail)
}

/** No script may set a request's referrer to another site: the service worker has the browser do it meanwhile. */
async function withReferrer<T>(url: string, referrer: string, work: () => Promise<T>): Promise<T> {
  // Without a rule the server refuses once more, and the person reads that refusal.
  const rule = await tryToTellBackground('lend-referrer', { url, referrer })
  try {
    return await work()
  } finally {
    if (rule !== undefined) void tryToTellBackground('return-referrer', { rule })
  }
}
