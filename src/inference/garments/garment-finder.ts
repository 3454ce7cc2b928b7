import card from '../../../models/outfits/card.json'
import { predictPicture } from '../../apparel/predict-picture.ts'
import { WorkerClient } from '../../async/worker-client.ts'
import { nameGarment } from '../../garments/name-garment.ts'
import type { NamedGarment } from '../../garments/picture-garments.ts'
import { confidenceOf } from '../../garments/score/confidence.ts'
import { leastDetectorScore } from '../../garments/score/score.ts'
import { fingerprintOf } from '../../learning/fingerprint.ts'
import type { Card } from '../../network/card.ts'
import type { Output } from '../../network/network.ts'
import { wantedSize } from '../decode/wanted-size.ts'
import type { Engine } from '../engine/engine.ts'
import { inTime } from '../picture-error.ts'
import type { Input } from '../read/read-unless-known.ts'
import type { Reader } from '../read/reader.ts'
import type { Tagger } from '../tag/tagger.ts'
import type { Teacher } from '../teaching/teacher.ts'
import { toAnswer } from '../to-answer.ts'
import type { Candidate, Candidates } from './find-candidates.ts'
import type { FinderTask } from './finder-messages.ts'
import { isPartOf } from './part-tag-of.ts'
import type { Searched, SearchedGarment } from './searched.ts'

/** What the host shares with the search. */
export interface HostParts {
  reader: Reader
  engine: Engine
  /** Of the classifier. */
  card: Card
  teacher: Teacher
  tagger: Tagger
}

/** A picture on its way to the detector, of the size that `WANTED` gives. */
export interface SearchInput extends Input {
  /** Whether tags of its garments are wanted. */
  isKept: boolean
}

/** Twice the side of the detector's input: enough detail for the crops of small garments. */
export const WANTED = { longerSide: 2 * card.inputSize }
/** Idle time after which the detector's worker is closed, and its memory freed. */
const CLOSE_AFTER_MS = 30_000
/** Time limit for the detector, with its start on a slow machine. */
const FIND_TIMEOUT_MS = 60_000

/** Finds garments: the detector, in a worker, finds boxes, and the classifier looks at the crop of each. */
export class GarmentFinder {
  #worker = new WorkerClient<FinderTask, string>({
    open: () => new Worker(new URL('./finder-worker.ts', import.meta.url), { type: 'module' }),
    toError: message => new Error(message),
    closeAfterMs: CLOSE_AFTER_MS,
  })
  readonly #parts: HostParts

  constructor(parts: HostParts) {
    this.#parts = parts
  }

  /** @throws PictureError `network_failed` */
  async search({ pixels, isKept, ...identity }: SearchInput): Promise<Searched> {
    const { engine, teacher, card: classifier } = this.#parts
    const picture = { pixels, ...wantedSize(identity.natural, WANTED) }
    const task = { picture, leastScore: leastDetectorScore(card.threshold), cropSide: classifier.inputSize }
    const { candidates, milliseconds } = await inTime(
      this.#worker.ask<Candidates>(task, [pixels.buffer as ArrayBuffer]),
      FIND_TIMEOUT_MS,
      'network_failed',
    )
    const runs = await Promise.all(
      chunksOf(candidates, engine.batchSize).map(chunk => engine.run(chunk.map(({ pixels }) => pixels))),
    )
    await teacher.ready()
    const outputs = runs.flatMap(run => run.outputs)
    const garments = candidates.map((candidate, i) => this.#classified(candidate, outputs[i] as Output, isKept))
    const total = runs.reduce((sum, run) => sum + run.milliseconds * run.outputs.length, milliseconds)
    return { ...identity, garments, milliseconds: total, isKept }
  }

  /**
   * What people are told of a garment, with what the user has taught.
   * @param site origin of the page that shows the picture
   * @returns null if it does not reach the threshold
   */
  name({ found, logits, kinds, embedding, fingerprint }: SearchedGarment, site: string): NamedGarment | null {
    const { card: classifier, teacher } = this.#parts
    const alone = predictPicture({ logits, kinds }, classifier)
    const prediction = fingerprint ? teacher.conclude({ logits, kinds, embedding, fingerprint, site }, alone) : alone
    const named = nameGarment(found, prediction, kinds, classifier.kinds)
    if (!named || named.score < card.threshold) return null
    // What the user says is no estimate.
    return named.byUser ? named : { ...named, score: confidenceOf(named.score, card.calibration) }
  }

  #classified({ found, pixels, natural }: Candidate, output: Output, isKept: boolean): SearchedGarment {
    const { card: classifier, teacher, reader, tagger } = this.#parts
    const { embedding, activation: map } = toAnswer(output, classifier)
    const fingerprint = teacher.hasLessons && fingerprintOf(pixels)
    const { logits, kinds } = output
    const garment: SearchedGarment = { found, logits, kinds, embedding, ...(fingerprint && { fingerprint }) }
    if (isKept && isPartOf(found.box) && this.name(garment, ''))
      garment.visuals = tagger.makeVisuals({ pixels, natural, map })
    else reader.recycle(pixels)
    return garment
  }
}

/** Parts of a list. A network without batches gets its crops one by one, so that badges need not wait for all of them. */
function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}
