import type { Failure } from '../../apparel/failure.ts'
import { createSerialQueue } from '../../async/serial-queue.ts'
import { fingerprintOf } from '../../learning/fingerprint.ts'
import type { SaidByName } from '../../learning/said.ts'
import type { HowToRead, Taught, TeachSource, TimedAnswer } from '../../messages/host-port.ts'
import type { Card } from '../../network/card.ts'
import type { Output } from '../../network/network.ts'
import type { StoredExample } from '../../teaching/database/schema.ts'
import { forgetReplaced, storeLesson, takeLessonBack } from '../../teaching/lessons.ts'
import type { Engine } from '../engine/engine.ts'
import { failureOf, PictureError } from '../picture-error.ts'
import { canBeCopy } from '../read/page-copy.ts'
import type { Client, PageSource } from '../read/page-source.ts'
import { readAsShown, readForPage } from '../read/read-for-page.ts'
import type { Reader } from '../read/reader.ts'
import { toAnswer } from '../to-answer.ts'
import { concluded } from './concluded.ts'
import { embedAgain } from './embed-again.ts'
import { encodeInput } from './encode-input.ts'
import { originOfPage } from './picture-site.ts'
import { readTagged } from './read-tagged.ts'
import type { Teacher } from './teacher.ts'

/** Where and how a picture to learn from was seen. */
interface Seen extends HowToRead {
  client: Client
  /** URL of the page that shows the picture. */
  pageUrl?: string
  /** Digest of the picture that the client shows, if that is known. */
  shown: string | undefined
}

/** Learns what the user says of pictures, one after the other. */
export class Lessons {
  readonly #reader: Reader
  readonly #engine: Engine
  readonly #card: Card
  readonly #teacher: Teacher
  readonly #inTurn = createSerialQueue()

  constructor(reader: Reader, engine: Engine, card: Card, teacher: Teacher) {
    this.#reader = reader
    this.#engine = engine
    this.#card = card
    this.#teacher = teacher
    // Nobody is left who could take back an earlier lesson.
    forgetReplaced().catch(() => {})
  }

  /** Stores what a picture shows. Resolves once it is on the disk. */
  teach(source: TeachSource, said: SaidByName, seen: Seen): Promise<Taught | Failure> {
    return this.#inTurn(() => this.#teach(source, said, seen))
  }

  /** Takes a lesson back. */
  untell(lesson: string): Promise<Taught | Failure> {
    return this.#inTurn(() => this.#untell(lesson))
  }

  /** Embeds examples of another network again, in the background. @param isBusy whether there is more urgent work */
  async embedAgain(isBusy: () => boolean): Promise<void> {
    await this.#teacher.ready()
    await embedAgain(this.#teacher.outdated, bytes => this.#embed(bytes), isBusy)
  }

  async #embed(bytes: Blob): Promise<Pick<StoredExample, 'embedding' | 'logits' | 'kinds' | 'network'>> {
    const { pixels } = await this.#pixelsOf({ bytes })
    const { outputs } = await this.#engine.run([pixels])
    const output = outputs[0] as Output
    const { logits, kinds } = output
    return { ...{ logits, kinds }, embedding: toAnswer(output, this.#card).embedding, network: this.#card.name }
  }

  async #teach(
    source: TeachSource,
    said: SaidByName,
    { pageUrl, shown, client, ...how }: Seen,
  ): Promise<Taught | Failure> {
    try {
      const tagged = 'tag' in source ? await readTagged(source.tag) : undefined
      const from: PageSource =
        'tag' in source ? { bytes: tagged?.bytes as Blob, client } : { ...source, ...how, client }
      const { digest, pixels } = await this.#pixelsOf(from)
      // A server may send another picture to every request.
      if (shown !== undefined && shown !== digest) return { failure: 'other_picture' }
      const picture = await encodeInput(pixels)
      const fingerprint = fingerprintOf(pixels)
      const { outputs, ...run } = await this.#engine.run([pixels])
      const output = outputs[0] as Output
      const { logits, kinds } = output
      const { embedding, ...answer } = toAnswer(output, this.#card)
      const example = await storeLesson(
        {
          ...{ logits, kinds, embedding, fingerprint, picture },
          network: this.#card.name,
          site: originOfPage(tagged?.pageUrl ?? pageUrl),
          tag: 'tag' in source ? source.tag : digest,
        },
        said,
      )
      await this.#teacher.reload()
      return { lesson: example.id, answer: this.#conclude(example, { ...answer, ...run }) }
    } catch (error) {
      return failureOf(error, 'not_learned')
    }
  }

  async #untell(lesson: string): Promise<Taught | Failure> {
    try {
      const example = await takeLessonBack(lesson)
      if (!example) return { failure: 'not_learned' }
      await this.#teacher.reload()
      const prediction = this.#teacher.concludeExample(example)
      return { lesson, answer: { prediction, backend: 'wasm', milliseconds: 0 } }
    } catch (error) {
      return failureOf(error, 'not_learned')
    }
  }

  #conclude(example: StoredExample, answer: TimedAnswer): TimedAnswer {
    return concluded(answer, this.#teacher.conclude(example, answer.prediction))
  }

  /** @throws PictureError `other_picture` if the file cannot be the one that the page shows */
  async #pixelsOf(source: PageSource): Promise<{ digest: string; pixels: Uint8Array }> {
    const { signal } = new AbortController()
    const readOnce = async (cache: RequestCache) => {
      const read = await readForPage(this.#reader, source, signal, cache)
      const { pixels, natural } = 'decoded' in read ? read.decoded : await this.#reader.decode(read, signal)
      return { pixels, natural, digest: read.digest, byteLength: read.byteLength }
    }
    const file = await readAsShown(source, readOnce, file => file)
    if ('url' in source && !canBeCopy(source.copy, file)) throw new PictureError('other_picture')
    return file
  }
}
