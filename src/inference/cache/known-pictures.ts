import type { Fingerprint } from '../../learning/fingerprint.ts'
import type { TimedAnswer } from '../../messages/host-port.ts'
import type { DecodedImage } from '../decode/decode-image.ts'
import type { Client } from '../read/page-source.ts'
import type { Visuals } from '../tag/tagger-messages.ts'
import { LruCache } from './lru-cache.ts'

/** A picture's file and its size. */
export interface Identity extends Pick<DecodedImage, 'natural'> {
  digest: string
  byteLength: number
}

/** Everything known about an answered picture; enough to tag it again, and to learn from it, without another run. */
export interface Result extends Identity {
  /** Without what the user has taught. */
  answer: TimedAnswer
  embedding: Int8Array<ArrayBuffer>
  /** The network's logits of the classes and of the kinds. */
  logits: Float32Array
  kinds: Float32Array
  /** Left out if nothing was taught when the picture was answered. */
  fingerprint?: Fingerprint
  /** Set for what becomes a tag, for kinds that any page has wanted, and what a page's words may make a garment. */
  visuals?: Promise<Visuals | undefined>
}

/** What a URL stood for, and for how long. */
interface SeenUrl {
  digest: string
  /** Milliseconds since 1970. */
  at: number
  freshMs: number
  /** A document shows one picture for a URL, whatever the URL stands for by now. */
  client: Client | undefined
}

/** Cached answers, about 3 kB each: enough for the last few pages, to which people return. */
const CACHED_ANSWER_COUNT = 500

/** The last answers, by picture and by URL. */
export class KnownPictures<Known extends Identity> {
  readonly #urls: LruCache<SeenUrl>
  readonly #results: LruCache<Known>
  readonly #recall: (result: Known) => Known | undefined

  /**
   * @param recall what a result is from its second time on; undefined if it lacks what is needed of it by now
   * @param count of results that are kept
   */
  constructor(recall: (result: Known) => Known | undefined, count = CACHED_ANSWER_COUNT) {
    this.#recall = recall
    this.#urls = new LruCache(count)
    this.#results = new LruCache(count)
  }

  /** The result of a picture; undefined if it is not known or no longer complete. */
  get(digest: string): Known | undefined {
    const result = this.#results.get(digest)
    return result && this.#recall(result)
  }

  set(result: Known): void {
    this.#results.set(result.digest, result)
  }

  /** The result of what a URL stands for, or stood for when the client's document loaded it. */
  atUrl(url: string, client: Client): Known | undefined {
    const seen = this.#urls.get(url)
    const ageMs = Date.now() - (seen?.at ?? 0)
    const isFresh = seen && (seen.client === client || (ageMs >= 0 && ageMs < seen.freshMs))
    return isFresh ? this.get(seen.digest) : undefined
  }

  /** The picture that a URL stood for when the client asked about it last; undefined if it did not. */
  digestFor(url: string, client: Client): string | undefined {
    const seen = this.#urls.get(url)
    return seen?.client === client ? seen.digest : undefined
  }

  /** Notes what a URL stands for. */
  noteUrl(url: string, seen: Omit<SeenUrl, 'at'>): void {
    // A `data:` URL contains the whole picture, so as a key it would only waste memory.
    if (/^https?:/.test(url)) this.#urls.set(url, { ...seen, at: Date.now() })
  }
}
