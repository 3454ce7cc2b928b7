import type { Failure } from '../apparel/failure.ts'
import { SURE } from '../apparel/words/word-evidence.ts'
import { collectGarbageEvery } from '../async/collect-garbage-every.ts'
import { isWorthSearching } from '../garments/worth-searching.ts'
import { fingerprintOf } from '../learning/fingerprint.ts'
import type { RunInfo, Taught, TimedAnswer, ToHost } from '../messages/host-port.ts'
import type { Card } from '../network/card.ts'
import type { Output } from '../network/network.ts'
import { KnownPictures, type Result } from './cache/known-pictures.ts'
import type { Engine } from './engine/engine.ts'
import { LateSearch } from './garments/late-search.ts'
import { Queue } from './queue/queue.ts'
import type { Ticket } from './queue/queue-request.ts'
import { ReadLimits } from './queue/read-limits.ts'
import { canBeCopy } from './read/page-copy.ts'
import { type Client, keyOf } from './read/page-source.ts'
import { type Input, readUnlessKnown } from './read/read-unless-known.ts'
import { Reader } from './read/reader.ts'
import { isTagged } from './tag/is-tagged.ts'
import { tagOf } from './tag/tag-of.ts'
import { Tagger } from './tag/tagger.ts'
import { concluded } from './teaching/concluded.ts'
import type { Lessons } from './teaching/lessons.ts'
import { originOfPage } from './teaching/picture-site.ts'
import { Teacher } from './teaching/teacher.ts'
import { toAnswer } from './to-answer.ts'

/** Number of pictures after which their garbage is collected. */
const COLLECT_AFTER_COUNT = 100

/** Answers requests: from the cache if possible, else through the queue. Garments and wanted kinds on pages become tags. */
export class Host {
  readonly #known = new KnownPictures<Result>(result =>
    this.#isComplete(result) ? { ...result, answer: { ...result.answer, milliseconds: 0 } } : undefined,
  )
  #uploads = 0
  #wantedKinds = new Set<string>()
  readonly #reader: Reader
  readonly #tagger = new Tagger(
    () => this.#queue.size + this.#search.size > 0,
    pixels => this.#reader.recycle(pixels),
  )
  readonly #queue: Queue<Input, Result>
  readonly #search: LateSearch
  readonly #engine: Engine
  readonly #card: Card
  readonly #teacher: Teacher
  #lessons: Promise<Lessons> | undefined
  /** Loaded with the first words, while the network computes their picture. */
  #wordsModule: Promise<typeof import('./words/hear-words.ts') | undefined> | undefined
  #lessonCount = 0
  readonly #collectGarbage = collectGarbageEvery(COLLECT_AFTER_COUNT)

  /** @param onLesson called after each change of what the user has taught */
  constructor(engine: Engine, card: Card, onLesson: () => void) {
    this.#engine = engine
    this.#card = card
    this.#reader = new Reader(card.inputSize)
    this.#teacher = new Teacher(card, onLesson)
    const limits = new ReadLimits()
    const reading = { reader: this.#reader, known: this.#known }
    this.#queue = new Queue<Input, Result>(
      {
        read: (source, signal) => readUnlessKnown(source, signal, reading),
        run: inputs => this.#run(inputs),
        batchSize: () => engine.batchSize,
      },
      limits,
    )
    const parts = { reader: this.#reader, engine, card, teacher: this.#teacher, tagger: this.#tagger }
    this.#search = new LateSearch(async () => {
      const { GarmentSearch } = await import('./garments/garment-search.ts')
      return new GarmentSearch(parts, limits)
    })
    void this.#embedAgain()
  }

  /** Whether any request is unanswered, or any lesson or tag not yet stored. */
  get isBusy(): boolean {
    return this.#queue.size + this.#search.size > 0 || this.#lessonCount > 0 || this.#tagger.isBusy
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
    // Without them, the picture alone answers.
    if (words) this.#wordsModule ??= import('./words/hear-words.ts').catch(() => undefined)
    const known = 'url' in source ? this.#known.atUrl(source.url, client) : undefined
    const answered = async (result: Result | Failure) => {
      if (!('answer' in result)) return deliver(result)
      if (!canBeCopy(how.copy, result)) return deliver({ failure: 'other_picture' })
      await this.#teacher.ready()
      const answer = this.#conclude(result, originOfPage(provenance?.pageUrl))
      const { prediction } = answer
      const isByUser = prediction.own || prediction.byUser === 'told'
      const heard = words && !isByUser && (await this.#wordsModule)
      const worded = heard && (await heard.hearWords(prediction, result.kinds, words, this.#card))
      deliver({ ...answer, ...(worded && { worded }), ...(withEmbedding && { embedding: result.embedding }) })
      const shown = worded || prediction
      if (provenance && result.visuals && isTagged(shown, new Set(kinds)))
        this.#tagger.storeLater(tagOf(result, provenance, shown, this.#card.name), result.visuals)
    }
    if (known && canBeCopy(how.copy, known)) {
      void answered(known)
      return undefined
    }
    const key = 'url' in source ? keyOf(source.url, how) : `upload ${++this.#uploads}`
    const pageSource = { ...source, ...how, client }
    return this.#queue.ask({ tab: client.tab, key, source: pageSource, priority, deliver: answered })
  }

  /** Finds each garment in a picture. Returns as `classify`. */
  findGarments(...request: Parameters<LateSearch['find']>): Ticket | undefined {
    return this.#search.find(...request)
  }

  /** Learns what the user says of a picture. Replies as `Lessons.teach`. */
  teach(message: Extract<ToHost, { type: 'teach' }>, client: Client): Promise<Taught | Failure> {
    const { type: _, id: __, source, said, ...seen } = message
    const shown = 'url' in source ? this.#known.digestFor(source.url, client) : undefined
    return this.#asWork(this.#openLessons().then(lessons => lessons.teach(source, said, { ...seen, client, shown })))
  }

  /** Takes a lesson back. */
  untell(lesson: string): Promise<Taught | Failure> {
    return this.#asWork(this.#openLessons().then(lessons => lessons.untell(lesson)))
  }

  /** Most people never teach, so this is loaded late. */
  #openLessons(): Promise<Lessons> {
    this.#lessons ??= import('./teaching/lessons.ts').then(
      ({ Lessons }) => new Lessons(this.#reader, this.#engine, this.#card, this.#teacher),
    )
    return this.#lessons
  }

  async #embedAgain(): Promise<void> {
    await this.#teacher.ready()
    if (!this.#teacher.hasLessons) return
    const lessons = await this.#openLessons()
    await lessons.embedAgain(() => this.#queue.size > 0)
  }

  async #asWork<Value>(work: Promise<Value>): Promise<Value> {
    this.#lessonCount++
    return work.finally(() => this.#lessonCount--)
  }

  /** The answer with what the user has taught. @param site origin of the page that shows the picture */
  #conclude(result: Result, site: string): TimedAnswer {
    const { answer, fingerprint } = result
    if (!fingerprint) return answer
    return concluded(answer, this.#teacher.conclude({ ...result, fingerprint, site }, answer.prediction))
  }

  /** Whether a cached result has what a tag needs, and what must be known of a picture once something was taught. */
  #isComplete(result: Result): boolean {
    if (this.#teacher.hasLessons && !result.fingerprint) return false
    return result.visuals !== undefined || !isTagged(this.#conclude(result, '').prediction, this.#wantedKinds)
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
    const mayShowMore = this.#card.kinds && isWorthSearching(kinds, this.#card.kinds, natural)
    const answer = { ...answered, ...(mayShowMore && { mayShowMore }), ...run }
    const fingerprint = this.#teacher.hasLessons && fingerprintOf(pixels)
    const result: Result = { answer, ...identity, embedding, logits, kinds, ...(fingerprint && { fingerprint }) }
    const { prediction, activation: map } = answered
    const { prediction: shown } = this.#conclude(result, '')
    if (isTagged(shown, this.#wantedKinds) || Math.max(...prediction.probabilities) < SURE)
      result.visuals = this.#tagger.makeVisuals({ pixels, natural, map })
    else this.#reader.recycle(pixels)
    this.#known.set(result)
    this.#collectGarbage()
    return result
  }
}
