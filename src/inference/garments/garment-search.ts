import card from '../../../models/outfits/card.json'
import type { Failure } from '../../apparel/failure.ts'
import { predictPicture } from '../../apparel/predict-picture.ts'
import { WorkerClient } from '../../async/worker-client.ts'
import { nameGarment } from '../../garments/name-garment.ts'
import type { NamedGarment, PictureGarments } from '../../garments/picture-garments.ts'
import { inReadingOrder } from '../../garments/reading-order.ts'
import { leastDetectorScore } from '../../garments/score.ts'
import { fingerprintOf } from '../../learning/fingerprint.ts'
import type { ToHost } from '../../messages/host-port.ts'
import type { Card } from '../../network/card.ts'
import type { Output } from '../../network/network.ts'
import { KnownPictures } from '../cache/known-pictures.ts'
import { wantedSize } from '../decode/wanted-size.ts'
import type { Engine } from '../engine/engine.ts'
import { inTime } from '../picture-error.ts'
import { Queue } from '../queue/queue.ts'
import type { Ticket } from '../queue/queue-request.ts'
import type { ReadLimits } from '../queue/read-limits.ts'
import { canBeCopy } from '../read/page-copy.ts'
import { type Client, keyOf, type SearchedSource } from '../read/page-source.ts'
import { type Input, readUnlessKnown } from '../read/read-unless-known.ts'
import type { Reader } from '../read/reader.ts'
import type { Tagger } from '../tag/tagger.ts'
import { originOfPage } from '../teaching/picture-site.ts'
import type { Teacher } from '../teaching/teacher.ts'
import { toAnswer } from '../to-answer.ts'
import type { Candidate, Candidates } from './find-candidates.ts'
import type { FinderTask } from './finder-messages.ts'
import { isPartOf, partTagOf } from './part-tag-of.ts'
import type { Searched, SearchedGarment } from './searched.ts'

/** What the host shares with the search. */
interface HostParts {
  reader: Reader
  engine: Engine
  card: Card
  teacher: Teacher
  tagger: Tagger
}

/** A picture on its way to the detector. Pixels that a client has drawn are not remembered. */
interface SearchInput extends Input {
  isKept: boolean
}

/** Twice the side of the detector's input: enough detail for the crops of small garments. */
const WANTED = { longerSide: 2 * card.inputSize }
/** Idle time after which the detector's worker is closed, and its memory freed. */
const CLOSE_AFTER_MS = 30_000
/** Time limit for the detector, with its start on a slow machine. */
const FIND_TIMEOUT_MS = 60_000
/** Identity of what is not remembered. */
const NAMELESS = { digest: '', byteLength: 0 }

/** Finds each garment in pictures: the detector finds boxes, the classifier looks at the crop of each. */
export class GarmentSearch {
  #worker = new WorkerClient<FinderTask, string>({
    open: () => new Worker(new URL('./finder-worker.ts', import.meta.url), { type: 'module' }),
    toError: message => new Error(message),
    closeAfterMs: CLOSE_AFTER_MS,
  })
  readonly #known = new KnownPictures<Searched>(searched => this.#recall(searched))
  #unnamed = 0
  readonly #parts: HostParts
  readonly #queue: Queue<SearchInput, Searched, SearchedSource>

  constructor(parts: HostParts, limits: ReadLimits) {
    this.#parts = parts
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
    message: Extract<ToHost, { type: 'find-garments' }>,
    client: Client,
    deliver: (result: PictureGarments | Failure) => void,
  ): Ticket | undefined {
    const { type: _, id: __, source, priority, provenance, keep, ...how } = message
    const isKept = keep === true && provenance !== undefined && !('pixels' in source)
    const answered = async (searched: Searched | Failure) => {
      if (!('garments' in searched)) return deliver(searched)
      if (!canBeCopy(how.copy, searched)) return deliver({ failure: 'other_picture' })
      await this.#parts.teacher.ready()
      const site = originOfPage(provenance?.pageUrl)
      const named = searched.garments.map(garment => ({ garment, shown: this.#name(garment, site) }))
      const garments = inReadingOrder(named.map(({ shown }) => shown).filter(shown => shown !== null))
      deliver({ garments, milliseconds: searched.milliseconds })
      if (!isKept) return
      for (const { garment, shown } of named)
        if (shown && garment.visuals) {
          const tag = await partTagOf(searched, garment, shown, provenance, this.#parts.card)
          this.#parts.tagger.storeLater(tag, garment.visuals)
        }
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

  async #read(source: SearchedSource, signal: AbortSignal): Promise<{ input: SearchInput } | { result: Searched }> {
    const { reader } = this.#parts
    const isKept = source.keep === true
    if ('pixels' in source) {
      const decoded = await reader.resample(source.pixels, signal, WANTED)
      return { input: { ...decoded, ...NAMELESS, isKept } }
    }
    const read = await readUnlessKnown(source, signal, {
      reader,
      known: this.#known,
      wanted: WANTED,
      isEnough: searched => searched.isKept || !isKept,
    })
    return 'result' in read ? read : { input: { ...read.input, isKept } }
  }

  async #search({ pixels, isKept, ...identity }: SearchInput): Promise<Searched> {
    const { engine, teacher, card: classifier } = this.#parts
    const picture = { pixels, ...wantedSize(identity.natural, WANTED) }
    const task = { picture, leastScore: leastDetectorScore(card.threshold), cropSide: classifier.inputSize }
    const { candidates, milliseconds } = await inTime(
      this.#worker.ask<Candidates>(task, [pixels.buffer as ArrayBuffer]),
      FIND_TIMEOUT_MS,
      'network_failed',
    )
    // One by one, so that badges need not wait for all of them.
    const runs = await Promise.all(candidates.map(candidate => engine.run([candidate.pixels])))
    await teacher.ready()
    const garments = candidates.map((candidate, i) =>
      this.#classified(candidate, runs[i]?.outputs[0] as Output, isKept),
    )
    const total = runs.reduce((sum, run) => sum + run.milliseconds, milliseconds)
    const searched = { ...identity, garments, milliseconds: total, isKept }
    if (identity.digest) this.#known.set(searched)
    return searched
  }

  /** @param isKept whether it may become a tag */
  #classified({ found, pixels, natural }: Candidate, output: Output, isKept: boolean): SearchedGarment {
    const { card: classifier, teacher, reader, tagger } = this.#parts
    const { embedding, activation: map } = toAnswer(output, classifier)
    const fingerprint = teacher.hasLessons && fingerprintOf(pixels)
    const { logits, kinds } = output
    const garment: SearchedGarment = { found, logits, kinds, embedding, ...(fingerprint && { fingerprint }) }
    if (isKept && isPartOf(found.box) && this.#name(garment, ''))
      garment.visuals = tagger.makeVisuals({ pixels, natural, map })
    else reader.recycle(pixels)
    return garment
  }

  /** @returns null if it does not reach the threshold */
  #name({ found, logits, kinds, embedding, fingerprint }: SearchedGarment, site: string): NamedGarment | null {
    const { card: classifier, teacher } = this.#parts
    const alone = predictPicture({ logits, kinds }, classifier)
    const prediction = fingerprint ? teacher.conclude({ logits, kinds, embedding, fingerprint, site }, alone) : alone
    const named = nameGarment(found, prediction, kinds, classifier.kinds)
    return named && named.score >= card.threshold ? named : null
  }

  /** A cached result lacks what must be known of garments once something was taught. */
  #recall(searched: Searched): Searched | undefined {
    const isComplete = !this.#parts.teacher.hasLessons || searched.garments.every(({ fingerprint }) => fingerprint)
    return isComplete ? { ...searched, milliseconds: 0 } : undefined
  }
}
