import { badgeConfidence } from '../apparel/badge-choice.ts'
import type { Failure } from '../apparel/failure.ts'
import { labelOf, type Prediction } from '../apparel/prediction.ts'
import type { Provenance } from '../history/provenance.ts'
import type { RunInfo, TimedAnswer, ToHost } from '../messages/host-port.ts'
import type { Card } from '../network/card.ts'
import type { Output } from '../network/network.ts'
import { LruCache } from './cache/lru-cache.ts'
import type { DecodedImage } from './decode/decode-image.ts'
import type { Engine } from './engine/engine.ts'
import { Queue, type Ticket } from './queue/queue.ts'
import { type PageSource, readForPage } from './read/read-for-page.ts'
import { Reader } from './read/reader.ts'
import { Tagger } from './tag/tagger.ts'
import type { Visuals } from './tag/tagger-messages.ts'
import { toAnswer } from './to-answer.ts'

/** A picture on its way to the network. */
interface Input extends DecodedImage {
  digest: string
}

/** Everything known about an answered picture; enough to tag it again without another run. */
interface Result {
  answer: TimedAnswer
  digest: string
  embedding: Int8Array<ArrayBuffer>
  /** Set for what may become a tag: garments, and kinds that any page has wanted. */
  visuals?: Promise<Visuals | undefined>
}

/** Cached answers, about 3 kB each: enough for the last few pages, to which people return. */
const CACHED_ANSWER_COUNT = 500

/** Answers requests: from the cache if possible, else through the queue. Garments and wanted kinds on pages become tags. */
export class Host {
  #digests = new LruCache<string>(CACHED_ANSWER_COUNT)
  #results = new LruCache<Result>(CACHED_ANSWER_COUNT)
  #uploads = 0
  /** Kinds of none of the ten that any page has wanted. */
  #wantedKinds = new Set<string>()
  readonly #reader: Reader
  readonly #tagger = new Tagger(
    () => this.#queue.size > 0,
    pixels => this.#reader.recycle(pixels),
  )
  readonly #queue: Queue<Input, Result>
  readonly #engine: Engine
  readonly #card: Card

  constructor(engine: Engine, card: Card) {
    this.#engine = engine
    this.#card = card
    this.#reader = new Reader(card.inputSize)
    this.#queue = new Queue<Input, Result>({
      read: (source, signal) => this.#read(source, signal),
      run: inputs => this.#run(inputs),
      batchSize: () => engine.batchSize,
    })
  }

  /** Whether any request is unanswered or any tag not yet stored. */
  get isBusy(): boolean {
    return this.#queue.size > 0 || this.#tagger.isBusy
  }

  /** Stores the tags of all answers so far. */
  settle(): Promise<void> {
    return this.#tagger.flush()
  }

  /**
   * Answers one request. Returns no ticket if the answer came from the cache.
   * @param tab the requesting tab: tabs are served in turn
   * @param page URL of the requesting page, if it has one
   */
  classify(
    { source, priority, provenance, kinds = [], withEmbedding }: Extract<ToHost, { type: 'classify' }>,
    { tab, page }: { tab: string; page: string | undefined },
    deliver: (answer: TimedAnswer | Failure) => void,
  ): Ticket | undefined {
    for (const kind of kinds) this.#wantedKinds.add(kind)
    const known = 'url' in source ? this.#known(this.#digests.get(source.url) ?? '') : undefined
    const answered = (result: Result | Failure) => {
      if (!('answer' in result)) return deliver(result)
      const { answer, embedding } = result
      deliver(withEmbedding ? { ...answer, embedding } : answer)
      if (provenance && isTagged(answer.prediction, new Set(kinds))) this.#tag(result, provenance)
    }
    const key = 'url' in source ? source.url : `upload ${++this.#uploads}`
    if (!known) return this.#queue.ask({ tab, key, source: { ...source, page }, priority, deliver: answered })
    answered(fromCache(known))
    return undefined
  }

  /** The cached result of a picture. Undefined if it lacks what a tag needs, because nobody wanted one when it was made. */
  #known(digest: string): Result | undefined {
    const result = this.#results.get(digest)
    const isIncomplete = result && !result.visuals && isTagged(result.answer.prediction, this.#wantedKinds)
    return isIncomplete ? undefined : result
  }

  async #read(source: PageSource, signal: AbortSignal): Promise<{ input: Input } | { result: Result }> {
    const read = await readForPage(this.#reader, source, signal)
    const { digest } = read
    // A `data:` URL contains the whole picture, so as a key it would only waste memory.
    if ('url' in source && /^https?:/.test(source.url)) this.#digests.set(source.url, digest)
    const known = this.#known(digest)
    if (known) return { result: fromCache(known) }
    const decoded = 'decoded' in read ? read.decoded : await this.#reader.decode(read.file, signal)
    return { input: { digest, ...decoded } }
  }

  async #run(inputs: Input[]): Promise<(Result | Failure)[]> {
    const { outputs, ...run } = await this.#engine.run(inputs.map(input => input.pixels))
    return inputs.map((input, i) => this.#store(input, outputs[i] as Output, run))
  }

  #store({ digest, pixels, natural }: Input, output: Output, run: RunInfo): Result {
    const { embedding, ...answered } = toAnswer(output, this.#card)
    const result: Result = { answer: { ...answered, ...run }, digest, embedding }
    const { prediction, activation: map } = answered
    if (isTagged(prediction, this.#wantedKinds)) result.visuals = this.#tagger.makeVisuals({ pixels, natural, map })
    else this.#reader.recycle(pixels)
    this.#results.set(digest, result)
    return result
  }

  #tag({ answer, digest, embedding, visuals }: Result, provenance: Provenance): void {
    if (!visuals) return
    const { prediction } = answer
    const { probabilities, kind } = prediction
    const labels = { garment: labelOf(prediction), ...(kind && { kind: kind.name }) }
    const seen = { id: digest, ...labels, confidence: badgeConfidence(prediction), probabilities, seenAt: Date.now() }
    this.#tagger.storeLater({ ...seen, network: this.#card.name, embedding, ...provenance }, visuals)
  }
}

/** Whether a picture becomes a tag: it shows one of the ten, or one of the wanted kinds. */
function isTagged({ verdict, kind }: Prediction, wanted: ReadonlySet<string>): boolean {
  return verdict === 'garment' || (verdict === 'none' && kind !== undefined && wanted.has(kind.name))
}

/** A cached result, whose network time is 0. */
function fromCache(result: Result): Result {
  return { ...result, answer: { ...result.answer, milliseconds: 0 } }
}
