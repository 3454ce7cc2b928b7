import { badgeConfidence } from '../apparel/badge-choice.ts'
import { garments } from '../apparel/classes.ts'
import type { Failure } from '../apparel/failure.ts'
import type { Prediction } from '../apparel/prediction.ts'
import { SURE } from '../apparel/words/word-evidence.ts'
import type { Provenance } from '../history/provenance.ts'
import { labelsOf } from '../history/tags/relabel-tags.ts'
import { type Fingerprint, fingerprintOf } from '../learning/fingerprint.ts'
import type { RunInfo, Taught, TimedAnswer, ToHost } from '../messages/host-port.ts'
import type { Card } from '../network/card.ts'
import type { Output } from '../network/network.ts'
import { LruCache } from './cache/lru-cache.ts'
import type { DecodedImage } from './decode/decode-image.ts'
import type { Engine } from './engine/engine.ts'
import { Queue } from './queue/queue.ts'
import type { Ticket } from './queue/queue-request.ts'
import { canBeCopy } from './read/page-copy.ts'
import type { Client, PageSource } from './read/page-source.ts'
import { readForPage } from './read/read-for-page.ts'
import { Reader } from './read/reader.ts'
import { isTagged } from './tag/is-tagged.ts'
import { Tagger } from './tag/tagger.ts'
import type { Visuals } from './tag/tagger-messages.ts'
import { concluded } from './teaching/concluded.ts'
import { Lessons } from './teaching/lessons.ts'
import { originOfPage } from './teaching/picture-site.ts'
import { Teacher } from './teaching/teacher.ts'
import { toAnswer } from './to-answer.ts'
import { hearWords } from './words/hear-words.ts'

/** A picture's file and its size. */
interface Identity extends Pick<DecodedImage, 'natural'> {
  digest: string
  byteLength: number
}

/** A picture on its way to the network. */
interface Input extends DecodedImage, Identity {}

/** Everything known about an answered picture; enough to tag it again without another run. */
interface Result extends Identity {
  answer: TimedAnswer
  embedding: Int8Array<ArrayBuffer>
  /** The network's logits of the classes and of the kinds. */
  logits: Float32Array
  kinds: Float32Array
  fingerprint: Fingerprint
  /** Set for garments, kinds that any page has wanted, and what a page's words may make a garment. */
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

/** Answers requests: from the cache if possible, else through the queue. Garments and wanted kinds on pages become tags. */
export class Host {
  #urls = new LruCache<SeenUrl>(CACHED_ANSWER_COUNT)
  #results = new LruCache<Result>(CACHED_ANSWER_COUNT)
  #uploads = 0
  #wantedKinds = new Set<string>()
  readonly #reader: Reader
  readonly #tagger = new Tagger(
    () => this.#queue.size > 0,
    pixels => this.#reader.recycle(pixels),
  )
  readonly #queue: Queue<Input, Result>
  readonly #engine: Engine
  readonly #card: Card
  readonly #teacher: Teacher
  readonly #lessons: Lessons
  #lessonCount = 0

  /** @param onLesson called after each change of what the user has taught */
  constructor(engine: Engine, card: Card, onLesson: () => void) {
    this.#engine = engine
    this.#card = card
    this.#reader = new Reader(card.inputSize)
    this.#teacher = new Teacher(card, onLesson)
    this.#lessons = new Lessons(this.#reader, engine, card, this.#teacher)
    this.#queue = new Queue<Input, Result>({
      read: (source, signal) => this.#read(source, signal),
      run: inputs => this.#run(inputs),
      batchSize: () => engine.batchSize,
    })
  }

  /** Whether any request is unanswered, or any lesson or tag not yet stored. */
  get isBusy(): boolean {
    return this.#queue.size > 0 || this.#lessonCount > 0 || this.#tagger.isBusy
  }

  /** Stores the tags of all answers so far. */
  settle(): Promise<void> {
    return this.#tagger.flush()
  }

  /**
   * Answers one request. Returns no ticket if the answer came from the cache.
   * @param client as in `PageSource`
   */
  classify(
    message: Extract<ToHost, { type: 'classify' }>,
    client: Client,
    deliver: (answer: TimedAnswer | Failure) => void,
  ): Ticket | undefined {
    const { type: _, id: __, source, priority, provenance, kinds = [], words, withEmbedding, ...how } = message
    for (const kind of kinds) this.#wantedKinds.add(kind)
    const known = 'url' in source ? this.#knownOf(source.url, client) : undefined
    const answered = async (result: Result | Failure) => {
      if (!('answer' in result)) return deliver(result)
      if (!canBeCopy(how.copy, result)) return deliver({ failure: 'other_picture' })
      await this.#teacher.ready()
      const answer = this.#conclude(result, originOfPage(provenance?.pageUrl))
      const { prediction } = answer
      const isByUser = prediction.own || prediction.byUser === 'told'
      const worded = words && !isByUser && (await hearWords(prediction, result.kinds, words, this.#card))
      deliver({ ...answer, ...(worded && { worded }), ...(withEmbedding && { embedding: result.embedding }) })
      const shown = worded || prediction
      if (provenance && isTagged(shown, new Set(kinds))) this.#tag(result, provenance, shown)
    }
    if (known && canBeCopy(how.copy, known)) {
      answered(fromCache(known))
      return undefined
    }
    const key = 'url' in source ? keyOf(source.url, how) : `upload ${++this.#uploads}`
    const pageSource = { ...source, ...how, client }
    return this.#queue.ask({ tab: client.tab, key, source: pageSource, priority, deliver: answered })
  }

  /** Learns what the user says of a picture. Replies as `Lessons.teach`. */
  teach({ source, said, pageUrl }: Extract<ToHost, { type: 'teach' }>, client: Client): Promise<Taught | Failure> {
    return this.#asWork(this.#lessons.teach(source, said, pageUrl, client))
  }

  /** Takes a lesson back. */
  untell(lesson: string): Promise<Taught | Failure> {
    return this.#asWork(this.#lessons.untell(lesson))
  }

  async #asWork<Value>(work: Promise<Value>): Promise<Value> {
    this.#lessonCount++
    return work.finally(() => this.#lessonCount--)
  }

  /** The answer with what the user has taught. @param site origin of the page that shows the picture */
  #conclude(result: Result, site: string): TimedAnswer {
    const { answer } = result
    return concluded(answer, this.#teacher.conclude({ ...result, site }, answer.prediction))
  }

  /** The answer about what a URL stands for, or stood for when the client's document loaded it. */
  #knownOf(url: string, client: Client): Result | undefined {
    const seen = this.#urls.get(url)
    const ageMs = Date.now() - (seen?.at ?? 0)
    const isFresh = seen && (seen.client === client || (ageMs >= 0 && ageMs < seen.freshMs))
    return isFresh ? this.#known(seen.digest) : undefined
  }

  /** The cached result of a picture. Undefined if it lacks what a tag needs, because nobody wanted one when it was made. */
  #known(digest: string): Result | undefined {
    const result = this.#results.get(digest)
    return result && !result.visuals && isTagged(this.#conclude(result, '').prediction, this.#wantedKinds)
      ? undefined
      : result
  }

  async #read(source: PageSource, signal: AbortSignal): Promise<{ input: Input } | { result: Result }> {
    const read = await this.#readOnce(source, signal, 'default')
    if (!('url' in source) || canBeCopy(source.copy, 'input' in read ? read.input : read.result)) return read
    // The browser's cache may have what the URL stood for before.
    return this.#readOnce(source, signal, 'no-cache')
  }

  async #readOnce(source: PageSource, signal: AbortSignal, cache: RequestCache) {
    const read = await readForPage(this.#reader, source, signal, cache)
    const { digest, byteLength, freshness } = read
    // A `data:` URL contains the whole picture, so as a key it would only waste memory.
    if ('url' in source && /^https?:/.test(source.url))
      this.#urls.set(source.url, { digest, at: Date.now(), freshMs: freshness.freshMs, client: source.client })
    const known = this.#known(digest)
    if (known) return { result: fromCache(known) }
    const decoded = 'decoded' in read ? read.decoded : await this.#reader.decode(read, signal)
    return { input: { digest, byteLength, ...decoded } }
  }

  async #run(inputs: Input[]): Promise<(Result | Failure)[]> {
    const [{ outputs, ...run }] = await Promise.all([
      this.#engine.run(inputs.map(input => input.pixels)),
      this.#teacher.ready(),
    ])
    return inputs.map((input, i) => this.#store(input, outputs[i] as Output, run))
  }

  #store({ digest, byteLength, pixels, natural }: Input, output: Output, run: RunInfo): Result {
    const { embedding, ...answered } = toAnswer(output, this.#card)
    const identity = { digest, byteLength, natural }
    const { logits, kinds } = output
    const answer = { ...answered, ...run }
    const result: Result = { answer, ...identity, embedding, logits, kinds, fingerprint: fingerprintOf(pixels) }
    const { prediction, activation: map } = answered
    const { prediction: shown } = this.#conclude(result, '')
    if (isTagged(shown, this.#wantedKinds) || Math.max(...prediction.probabilities) < SURE)
      result.visuals = this.#tagger.makeVisuals({ pixels, natural, map })
    else this.#reader.recycle(pixels)
    this.#results.set(digest, result)
    return result
  }

  /**
   * Tags a picture under what its badge names. Its probabilities are the picture's own, so that no page can add more to the
   * history than a wrong name of its own picture.
   */
  #tag({ answer, digest, embedding, visuals }: Result, provenance: Provenance, shown: Prediction): void {
    if (!visuals) return
    const { probabilities } = answer.prediction
    const alone = probabilities[garments.indexOf(shown.garment)]
    const isAlone = shown.verdict === 'garment' && !shown.byUser && !shown.own
    const confidence = (isAlone ? alone : badgeConfidence(shown)) ?? 0
    const seen = { id: digest, ...labelsOf(shown), confidence, probabilities, seenAt: Date.now() }
    this.#tagger.storeLater({ ...seen, network: this.#card.name, embedding, ...provenance }, visuals)
  }
}

/** A cached result, whose network time is 0. */
function fromCache(result: Result): Result {
  return { ...result, answer: { ...result.answer, milliseconds: 0 } }
}

/** Requests with the same key get the same answer. */
function keyOf(url: string, { asPage, isPatient }: Pick<PageSource, 'asPage' | 'isPatient'>): string {
  return `${asPage ? 'as page ' : ''}${isPatient ? 'patiently ' : ''}${url}`
}
