import type { Identity, KnownPictures } from '../cache/known-pictures.ts'
import type { DecodedImage } from '../decode/decode-image.ts'
import type { Wanted } from '../decode/wanted-size.ts'
import type { PageSource } from './page-source.ts'
import { readAsShown, readForPage } from './read-for-page.ts'
import type { Reader } from './reader.ts'

/** A picture on its way to a network. */
export interface Input extends DecodedImage, Identity {}

/** What is known of pictures, and how to read others. */
interface Reading<Known extends Identity> {
  reader: Reader
  known: KnownPictures<Known>
  /** As for `Reader.read`. */
  wanted?: Wanted
  /** Whether a known result will do; true if left out. */
  isEnough?(result: Known): boolean
}

/**
 * Reads a picture as `readAsShown`, or finds its result if the same file was answered before.
 * @throws PictureError as `readForPage`
 */
export async function readUnlessKnown<Known extends Identity>(
  source: PageSource,
  signal: AbortSignal,
  reading: Reading<Known>,
): Promise<{ input: Input } | { result: Known }> {
  return readAsShown(
    source,
    cache => readOnce(source, signal, reading, cache),
    read => ('input' in read ? read.input : read.result),
  )
}

async function readOnce<Known extends Identity>(
  source: PageSource,
  signal: AbortSignal,
  { reader, known, wanted, isEnough = () => true }: Reading<Known>,
  cache: RequestCache,
): Promise<{ input: Input } | { result: Known }> {
  const read = await readForPage(reader, source, signal, cache, wanted)
  const { digest, byteLength, freshness } = read
  const { freshMs } = freshness
  if ('url' in source) known.noteUrl(source.url, { digest, freshMs, client: source.client })
  const result = known.get(digest)
  if (result && isEnough(result)) return { result }
  const decoded = 'decoded' in read ? read.decoded : await reader.decode(read, signal, wanted)
  return { input: { digest, byteLength, ...decoded } }
}
