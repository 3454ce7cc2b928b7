import type { PictureSource } from '../../messages/host-port.ts'
import { tryToTellBackground } from '../../messages/send.ts'
import type { Wanted } from '../decode/wanted-size.ts'
import { PictureError } from '../picture-error.ts'
import { canBeCopy } from './page-copy.ts'
import type { PageSource } from './page-source.ts'
import type { Reader } from './reader.ts'
import type { ReadImage } from './reader-messages.ts'
import { referrerOf } from './referrer.ts'

/**
 * Reads a picture that a page shows, without cookies and, unless `asPage`, without a referrer.
 * @param cache as for `fetchImage`
 * @param wanted as for `Reader.read`
 * @throws PictureError with the reason to show to the user, such as `other_picture` if the server may send another one with
 * each request; or the signal's reason
 */
export async function readForPage(
  reader: Reader,
  { client, asPage, isPatient = false, copy, ...source }: PageSource,
  signal: AbortSignal,
  cache: RequestCache,
  wanted?: Wanted,
): Promise<ReadImage> {
  const referrer = asPage && client?.page && 'url' in source ? referrerOf(source.url, client.page) : undefined
  const read = (cache: RequestCache) =>
    withReferrer(source, referrer, () => reader.read(source, signal, { cache, isPatient, ...(wanted && { wanted }) }))
  // The browser's cache may have the refusal that there was without a referrer.
  const picture = await read(referrer ? 'reload' : cache)
  if (!picture.freshness.isVolatile || !copy || copy.byteLength === picture.byteLength) return picture
  // The page reads its own copy. Where it may not, only a server that repeats itself can have sent the page the same.
  if (copy.isReadable || (await read('no-cache')).digest !== picture.digest) throw new PictureError('other_picture')
  return picture
}

/**
 * Reads a picture. If what the browser has cached is not what the page shows, asks the server once more.
 * @param fileOf the file that was read
 * @returns the last file, which may still not be the one that the page shows
 */
export async function readAsShown<Read>(
  source: PageSource,
  read: (cache: RequestCache) => Promise<Read>,
  fileOf: (read: Read) => Parameters<typeof canBeCopy>[1],
): Promise<Read> {
  const first = await read('default')
  if (!('url' in source) || canBeCopy(source.copy, fileOf(first))) return first
  // The browser's cache may have what the URL stood for before.
  return read('no-cache')
}

/** Scripts cannot set another site as the referrer, so the service worker adds a network rule for the time of the request. */
async function withReferrer<T>(
  source: PictureSource,
  referrer: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!referrer || !('url' in source)) return work()
  // Without a rule the server refuses once more, and the user reads that refusal.
  const rule = await tryToTellBackground('lend-referrer', { url: source.url, referrer })
  try {
    return await work()
  } finally {
    if (rule !== undefined) void tryToTellBackground('return-referrer', { rule })
  }
}
