import type { Failure } from '../../apparel/failure.ts'
import { predictPicture } from '../../apparel/predict-picture.ts'
import { fingerprintOf } from '../../learning/fingerprint.ts'
import type { SaidByName } from '../../learning/said.ts'
import type { Taught, TeachSource, TimedAnswer } from '../../messages/host-port.ts'
import type { Card } from '../../network/card.ts'
import type { Output } from '../../network/network.ts'
import type { StoredExample } from '../../teaching/database/schema.ts'
import { forgetReplaced, storeLesson, takeLessonBack } from '../../teaching/lessons.ts'
import type { Engine } from '../engine/engine.ts'
import { failureOf } from '../picture-error.ts'
import type { Client, PageSource } from '../read/page-source.ts'
import { readForPage } from '../read/read-for-page.ts'
import type { Reader } from '../read/reader.ts'
import { toAnswer } from '../to-answer.ts'
import { concluded } from './concluded.ts'
import { encodeInput } from './encode-input.ts'
import { originOfPage } from './picture-site.ts'
import { readTagged } from './read-tagged.ts'
import type { Teacher } from './teacher.ts'

/** Learns what the user says of pictures, one after the other. */
export class Lessons {
  readonly #reader: Reader
  readonly #engine: Engine
  readonly #card: Card
  readonly #teacher: Teacher

  constructor(reader: Reader, engine: Engine, card: Card, teacher: Teacher) {
    this.#reader = reader
    this.#engine = engine
    this.#card = card
    this.#teacher = teacher
    // Nobody is left who could take back an earlier lesson.
    forgetReplaced().catch(() => {})
  }

  /**
   * Stores what a picture shows. Resolves once it is on the disk.
   * @param pageUrl the page that shows the picture
   */
  async teach(
    source: TeachSource,
    said: SaidByName,
    pageUrl: string | undefined,
    client: Client,
  ): Promise<Taught | Failure> {
    try {
      const tagged = 'tag' in source ? await readTagged(source.tag) : undefined
      const from: PageSource = 'tag' in source ? { bytes: tagged?.bytes as Blob, client } : { ...source, client }
      const { digest, pixels } = await this.#pixelsOf(from)
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

  /** Takes a lesson back. */
  async untell(lesson: string): Promise<Taught | Failure> {
    try {
      const example = await takeLessonBack(lesson)
      if (!example) return { failure: 'not_learned' }
      await this.#teacher.reload()
      const prediction = predictPicture(example, this.#card)
      return { lesson, answer: this.#conclude(example, { prediction, backend: 'wasm', milliseconds: 0 }) }
    } catch (error) {
      return failureOf(error, 'not_learned')
    }
  }

  #conclude(example: StoredExample, answer: TimedAnswer): TimedAnswer {
    return concluded(answer, this.#teacher.conclude(example, answer.prediction))
  }

  async #pixelsOf(source: PageSource): Promise<{ digest: string; pixels: Uint8Array }> {
    const { signal } = new AbortController()
    const read = await readForPage(this.#reader, source, signal, 'default')
    const { pixels } = 'decoded' in read ? read.decoded : await this.#reader.decode(read, signal)
    return { digest: read.digest, pixels }
  }
}
