import { stat } from 'node:fs/promises'
import { kindOf } from '../../src/apparel/kind-answer.ts'
import { predictPicture } from '../../src/apparel/predict-picture.ts'
import type { Card } from '../../src/network/card.ts'
import { openInputReader } from '../network-input.ts'
import { Refusal } from '../refusal.ts'
import type { KindJudged } from './kind-figures.ts'
import { answerOf, type Judged } from './metrics.ts'
import { AMBIGUOUS, type Labelled, listPictures } from './pictures.ts'
import { median } from './statistics.ts'

/** A network's answers about the pictures in a folder. */
export interface Judgement {
  card: Card
  judged: (KindJudged & Labelled & Judged & { kindLogits: ArrayLike<number> })[]
  /** Answers about ambiguous pictures, which count in no figure of the ten garments. */
  ambiguous: (KindJudged & Labelled)[]
  /** Files that cannot be decoded. */
  unreadable: string[]
  /** Median wall-clock time of the network per picture, excluding decoding and resampling. It varies between runs. */
  milliseconds: number
}

/** A network to evaluate. */
export interface Judge {
  card: Card
  /** Computes the logits of the classes and of the kinds from RGB bytes [inputSize, inputSize, 3]. */
  outputsOf(picture: Uint8Array): Promise<{ logits: Float32Array; kinds: Float32Array }>
}

/**
 * Runs each picture of `FOLDER/<class>/` through the same steps as the extension, on WASM.
 * @throws Refusal if the folder has no pictures
 */
export async function judgeFolder(folder: string, network: Judge): Promise<Judgement> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new Refusal(`${folder} is not a folder`)
  const { pictures, strangers } = await listPictures(folder)
  if (strangers.length) console.error(`skipped folders that name no class or kind: ${strangers.join(', ')}`)
  if (pictures.length === 0) throw new Refusal(`${folder} holds no pictures in folders named by class`)
  return judge(pictures, network)
}

/** Runs the network on each picture while the next one is being decoded. */
async function judge(pictures: Labelled[], { card, outputsOf }: Judge): Promise<Judgement> {
  const inputOf = await openInputReader(card.inputSize)
  const read = (one?: Labelled) => one && inputOf(one.file).catch(() => null)
  const answered: (KindJudged & Labelled & { kindLogits: ArrayLike<number> })[] = []
  const unreadable: string[] = []
  const times: number[] = []
  let next = read(pictures[0])
  for (const [i, one] of pictures.entries()) {
    const input = await next
    next = read(pictures[i + 1])
    if (input) {
      const start = performance.now()
      const { logits, kinds } = await outputsOf(input)
      times.push(performance.now() - start)
      const prediction = predictPicture({ logits, kinds }, card)
      const said = card.kinds && kindOf(kinds, answerOf({ prediction }), card.kinds)
      answered.push({ kind: '', ...one, prediction, said, kindLogits: kinds })
    } else unreadable.push(one.file)
    showProgress(i + 1, pictures.length)
  }
  return {
    card,
    judged: answered.filter(isOfClass),
    ambiguous: answered.filter(one => !isOfClass(one)),
    unreadable,
    milliseconds: median(times),
  }
}

function isOfClass<T extends Labelled>(one: T): one is T & Judged {
  return one.truth !== AMBIGUOUS
}

function showProgress(done: number, total: number): void {
  // A log gets a line every 500 pictures. A terminal gets one line, updated in place.
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total} pictures${done === total ? '\n' : ''}`)
  else if (done % 500 === 0 || done === total) console.error(`${done}/${total} pictures`)
}
