import { activationMap } from '../apparel/activation-map.ts'
import { predict } from '../apparel/prediction.ts'
import { toEmbeddingBytes } from '../history/embedding-bytes.ts'
import type { Tag } from '../history/tag.ts'
import { keepTag } from '../history/tags.ts'
import type { Answered, Failure, PictureSource, Sighting, ToHost } from '../messages.ts'
import type { Card } from '../network/card.ts'
import type { Output } from '../network/network.ts'
import type { DecodedImage } from './decode-image.ts'
import type { Engine } from './engine.ts'
import { failureOf } from './failure.ts'
import { Queue, type Ticket } from './queue.ts'
import { Reader } from './reader.ts'
import { ResultCache } from './result-cache.ts'
import { encodeThumbnail } from './thumbnail.ts'

/** A picture on its way to the network. */
interface Input extends DecodedImage {
  digest: string
}

/** All that is known of an answered picture; enough to tag it again without looking again. */
interface Result {
  answer: Answered
  digest: string
  embedding: Int8Array
  /** Of garments only. */
  thumbnail?: Blob
}

/** Answers that are remembered: about 5 kB each. */
const REMEMBERED = 2000

/** Answers requests: remembered pictures at once, others through the queue; garments on pages become tags. */
export class Host {
  #digests = new ResultCache<string>(REMEMBERED)
  #results = new ResultCache<Result>(REMEMBERED)
  #uploads = 0
  readonly #reader: Reader
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

  /**
   * Answers one request. The ticket is undefined where the answer was remembered.
   * @param tab the tab that asks: tabs are served in turn
   */
  classify(
    { source, priority, sighting }: Extract<ToHost, { type: 'classify' }>,
    tab: string,
    deliver: (answer: Answered | Failure) => void,
  ): Ticket | undefined {
    const known = 'url' in source ? this.#results.get(this.#digests.get(source.url) ?? '') : undefined
    const answered = (result: Result | Failure) => {
      if (!('answer' in result)) return deliver(result)
      deliver(result.answer)
      if (sighting) void this.#tag(result, sighting)
    }
    const key = 'url' in source ? source.url : `upload ${++this.#uploads}`
    if (known) answered(remembered(known))
    else return this.#queue.ask({ tab, key, source, priority, deliver: answered })
  }

  async #read(source: PictureSource, signal: AbortSignal): Promise<{ input: Input } | { result: Result }> {
    const file = await this.#reader.read(source, signal)
    const { digest } = file
    // A `data:` URL is the picture itself: as a key it would be kept for nothing.
    if ('url' in source && /^https?:/.test(source.url)) this.#digests.set(source.url, digest)
    const known = this.#results.get(digest)
    if (known) return { result: remembered(known) }
    return { input: { digest, ...(await this.#reader.decode(file, signal)) } }
  }

  async #run(inputs: Input[]): Promise<(Result | Failure)[]> {
    const { outputs, ...run } = await this.#engine.run(inputs.map(input => input.pixels))
    const results = inputs.map((input, i) => this.#conclude(input, outputs[i] as Output, run))
    return Promise.all(results.map(result => result.catch(error => failureOf(error, 'network_failed'))))
  }

  async #conclude({ digest, thumbnail }: Input, output: Output, run: Pick<Answered, 'backend' | 'milliseconds'>) {
    const prediction = predict(output.logits, this.#card.calibration)
    const activation = activationMap(output.activation, prediction)
    const answer: Answered = { prediction, ...(activation && { activation }), ...run }
    const result: Result = { answer, digest, embedding: toEmbeddingBytes(output.embedding) }
    if (prediction.verdict === 'garment') result.thumbnail = await encodeThumbnail(thumbnail)
    this.#results.set(digest, result)
    return result
  }

  async #tag({ answer, digest, embedding, thumbnail }: Result, sighting: Sighting): Promise<void> {
    if (!thumbnail) return
    const { garment, confidence, probabilities } = answer.prediction
    const seen: Omit<Tag, keyof Sighting> = {
      id: digest,
      garment,
      confidence,
      probabilities,
      seenAt: Date.now(),
      thumbnail,
      embedding,
    }
    try {
      await keepTag({ ...seen, ...sighting })
    } catch (error) {
      // A full disk must not cost the person the answer.
      console.warn('The tag could not be kept.', error)
    }
  }
}

/** The network did not run again for it. */
function remembered(result: Result): Result {
  return { ...result, answer: { ...result.answer, milliseconds: 0 } }
}
