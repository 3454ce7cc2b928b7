import { classes } from '../../apparel/classes.ts'
import { predictPicture } from '../../apparel/predict-picture.ts'
import type { Prediction } from '../../apparel/prediction.ts'
import { createSerialQueue } from '../../async/serial-queue.ts'
import type { Learner, PictureOutput } from '../../learning/learn.ts'
import type { OwnKind } from '../../learning/said.ts'
import type { Card } from '../../network/card.ts'
import type { StoredExample } from '../../teaching/database/schema.ts'
import { readExamples } from '../../teaching/examples.ts'
import { readOwnKinds } from '../../teaching/own-kinds.ts'
import { watchTeaching } from '../../teaching/watch-teaching.ts'

/** Knows what the user has taught, and concludes with it. */
export class Teacher {
  /** Undefined while nothing is taught: then nothing is loaded either. */
  #learner: Learner | undefined
  #examples: readonly StoredExample[] = []
  readonly #inTurn = createSerialQueue()
  readonly #first: Promise<void>
  readonly #card: Card

  /** @param onChange called after each change of what was taught: any answer may be another now */
  constructor(card: Card, onChange: () => void) {
    this.#card = card
    this.#first = this.reload()
    watchTeaching(() => void this.reload().then(onChange), new AbortController().signal)
  }

  /** Resolves once everything that was taught before has been read. Never rejects. */
  ready(): Promise<void> {
    return this.#first
  }

  /** Whether anything was taught, as far as it has been read. */
  get hasLessons(): boolean {
    return this.#learner !== undefined
  }

  /** Examples that another network has embedded. */
  get outdated(): readonly StoredExample[] {
    return this.#examples.filter(({ network }) => network !== this.#card.name)
  }

  /** What the network says, with what the user has taught. @param alone the network's own prediction */
  conclude(picture: PictureOutput, alone: Prediction): Prediction {
    return this.#learner?.conclude(picture) ?? alone
  }

  /** The answer about the picture of an example. */
  concludeExample(example: StoredExample): Prediction {
    const kindCount = this.#card.kinds?.names.length ?? 0
    const isOurs = example.network === this.#card.name && example.kinds.length === kindCount
    // What another network has computed cannot be read: only its fingerprint counts.
    const unread = { logits: new Float32Array(classes.length), kinds: new Float32Array(kindCount) }
    const output = isOurs ? example : { ...example, ...unread }
    return this.conclude(output, predictPicture(output, this.#card))
  }

  /** Reads everything again, and relabels the tags of the pictures about which the user says something else now. */
  reload(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        const [examples, ownKinds] = await Promise.all([readExamples(), readOwnKinds()])
        this.#learner = examples.length > 0 ? await makeLearner(examples, ownKinds, this.#card) : undefined
        const before = this.#examples
        this.#examples = examples
        await this.#relabel(before, examples)
      } catch (error) {
        console.warn('What was taught could not be read.', error)
      }
    })
  }

  async #relabel(before: readonly StoredExample[], after: readonly StoredExample[]): Promise<void> {
    const [known, now] = [before, after].map(examples => new Set(examples.map(({ id }) => id)))
    const changed = [...before, ...after].filter(({ id }) => !known?.has(id) || !now?.has(id))
    if (changed.length === 0) return
    // Of a picture that was taught again, the last entry wins; both lead to the same conclusion.
    const predictions = changed.map(example => [example.tag, this.concludeExample(example)] as const)
    // Loaded with the first lesson, like all that learning needs.
    const { relabelTags } = await import('../../history/tags/relabel-tags.ts')
    await relabelTags(new Map(predictions))
  }
}

/** Loads what learning needs with the first example: most people never teach. */
async function makeLearner(examples: StoredExample[], ownKinds: OwnKind[], card: Card): Promise<Learner> {
  const [{ learn }, { readLearningBase }] = await Promise.all([
    import('../../learning/learn.ts'),
    import('../../teaching/read-learning-base.ts'),
  ])
  return learn(examples, ownKinds, await readLearningBase(), card)
}
