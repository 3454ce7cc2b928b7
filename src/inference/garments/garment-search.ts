import type { Failure } from '../../apparel/failure.ts'
import { withoutInner } from '../../garments/inner-garments.ts'
import type { PictureGarments } from '../../garments/picture-garments.ts'
import { inReadingOrder } from '../../garments/reading-order.ts'
import type { ToHost } from '../../messages/host-port.ts'
import { KnownPictures } from '../cache/known-pictures.ts'
import { Queue } from '../queue/queue.ts'
import type { Ticket } from '../queue/queue-request.ts'
import type { ReadLimits } from '../queue/read-limits.ts'
import { canBeCopy } from '../read/page-copy.ts'
import { type Client, keyOf, type SearchedSource } from '../read/page-source.ts'
import { readUnlessKnown } from '../read/read-unless-known.ts'
import { originOfPage } from '../teaching/picture-site.ts'
import { GarmentFinder, type HostParts, type SearchInput, WANTED } from './garment-finder.ts'
import { partTagOf } from './part-tag-of.ts'
import type { Searched } from './searched.ts'

type FindGarments = Extract<ToHost, { type: 'find-garments' }>

/** Cached results, about 10 kB each. */
const CACHED_COUNT = 100
/** Identity of pixels that a client has drawn, which are not remembered. */
const NAMELESS = { digest: '', byteLength: 0 }

/** Answers searches for garments: from the cache if possible, else through a queue of their own. */
export class GarmentSearch {
  readonly #known = new KnownPictures<Searched>(searched => this.#recall(searched), CACHED_COUNT)
  #unnamed = 0
  readonly #parts: HostParts
  readonly #finder: GarmentFinder
  readonly #queue: Queue<SearchInput, Searched, SearchedSource>

  /** @param limits of the host's other queue, because both read from the same servers */
  constructor(parts: HostParts, limits: ReadLimits) {
    this.#parts = parts
    this.#finder = new GarmentFinder(parts)
    this.#queue = new Queue<SearchInput, Searched, SearchedSource>(
      {
        read: (source, signal) => this.#read(source, signal),
        run: inputs => Promise.all(inputs.map(input => this.#search(input))),
        batchSize: () => 1,
      },
      limits,
    )
  }

  /** Number of unfinished searches. */
  get size(): number {
    return this.#queue.size
  }

  /**
   * Finds each garment in a picture. Returns no ticket if the answer came from the cache.
   * @param client as in `PageSource`
   */
  find(
    message: FindGarments,
    client: Client,
    deliver: (result: PictureGarments | Failure) => void,
  ): Ticket | undefined {
    const { type: _, id: __, source, priority, provenance, keep, ...how } = message
    const isKept = keep === true && provenance !== undefined && !('pixels' in source)
    const answered = async (searched: Searched | Failure) => {
      if (!('garments' in searched)) return deliver(searched)
      if (!canBeCopy(how.copy, searched)) return deliver({ failure: 'other_picture' })
      await this.#conclude(searched, provenance, isKept, deliver)
    }
    const known = 'url' in source ? this.#known.atUrl(source.url, client) : undefined
    if (known && canBeCopy(how.copy, known) && (known.isKept || !isKept)) {
      void answered(known)
      return undefined
    }
    const key = 'url' in source ? `${isKept ? 'kept ' : ''}${keyOf(source.url, how)}` : `unnamed ${++this.#unnamed}`
    const from = { ...source, ...how, keep: isKept, client }
    return this.#queue.ask({ tab: client.tab, key, source: from, priority, deliver: answered })
  }

  /** Names what was found, with what the user has taught, and makes tags of it. */
  async #conclude(
    searched: Searched,
    provenance: FindGarments['provenance'],
    isKept: boolean,
    deliver: (result: PictureGarments) => void,
  ): Promise<void> {
    const { teacher, tagger, card } = this.#parts
    await teacher.ready()
    const site = originOfPage(provenance?.pageUrl)
    const named = searched.garments.map(garment => ({ garment, shown: this.#finder.name(garment, site) }))
    const kept = withoutInner(named.flatMap(({ shown }) => shown ?? []))
    deliver({ garments: inReadingOrder(kept), milliseconds: searched.milliseconds })
    if (!isKept || !provenance) return
    for (const { garment, shown } of named)
      if (shown && kept.includes(shown) && garment.visuals)
        tagger.storeLater(await partTagOf(searched, garment, shown, provenance, card), garment.visuals)
  }

  async #read(source: SearchedSource, signal: AbortSignal): Promise<{ input: SearchInput } | { result: Searched }> {
    const { reader } = this.#parts
    const isKept = source.keep === true
    if ('pixels' in source) {
      const decoded = await reader.resample(source.pixels, signal, WANTED)
      return { input: { ...decoded, ...NAMELESS, isKept } }
    }
    const isEnough = (searched: Searched) => searched.isKept || !isKept
    const reading = { reader, known: this.#known, wanted: WANTED, isEnough }
    const read = await readUnlessKnown(source, signal, reading)
    return 'result' in read ? read : { input: { ...read.input, isKept } }
  }

  async #search(input: SearchInput): Promise<Searched> {
    const searched = await this.#finder.search(input)
    if (searched.digest) this.#known.set(searched)
    return searched
  }

  /** A cached result lacks what must be known of garments once something was taught. */
  #recall(searched: Searched): Searched | undefined {
    const isComplete = !this.#parts.teacher.hasLessons || searched.garments.every(({ fingerprint }) => fingerprint)
    return isComplete ? { ...searched, milliseconds: 0 } : undefined
  }
}
