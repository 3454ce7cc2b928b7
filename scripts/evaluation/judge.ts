import { stat } from 'node:fs/promises'
import { predict } from '../../src/apparel/prediction.ts'
import { Resampler } from '../../src/inference/resample/resampler.ts'
import { fromCanvas } from '../../src/inference/resample/source.ts'
import type { Card } from '../../src/network/card.ts'
import { readKernels } from '../kernels.ts'
import { Refusal } from '../refusal.ts'
import type { Judged } from './metrics.ts'
import { decodeFile, type Labelled, listPictures } from './pictures.ts'
import { median } from './statistics.ts'

/** What a network answered about a folder's pictures. */
export interface Judgement {
  card: Card
  judged: (Judged & Labelled)[]
  /** Files that are no pictures. */
  unreadable: string[]
  /** Median wall-clock time of the network per picture, without decoding and resampling. It differs from run to run. */
  milliseconds: number
}

/** A network to evaluate. */
export interface Judge {
  card: Card
  /** RGB bytes [inputSize, inputSize, 3] to logits. */
  logitsOf(picture: Uint8Array): Promise<Float32Array>
}

/**
 * Runs each picture of `FOLDER/<class>/` through the same steps as the extension, on WASM.
 * @throws Refusal if the folder has no pictures
 */
export async function judgeFolder(folder: string, network: Judge): Promise<Judgement> {
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new Refusal(`${folder} is not a folder`)
  const { pictures, strangers } = await listPictures(folder)
  if (strangers.length) console.error(`left out, because no class has this name: ${strangers.join(', ')}`)
  if (pictures.length === 0) throw new Refusal(`${folder} holds no pictures in folders named by class`)
  return judge(pictures, network)
}

/** The next picture is decoded while the network looks at this one. */
async function judge(pictures: Labelled[], { card, logitsOf }: Judge): Promise<Judgement> {
  const read = (one?: Labelled) => one && decodeFile(one.file).catch(() => null)
  const judged: (Judged & Labelled)[] = []
  const unreadable: string[] = []
  const times: number[] = []
  const resampler = await Resampler.open(await readKernels('resample'))
  const to = { width: card.inputSize, height: card.inputSize }
  let next = read(pictures[0])
  for (const [i, one] of pictures.entries()) {
    const pixels = await next
    next = read(pictures[i + 1])
    if (pixels) {
      const input = await resampler.resample(fromCanvas(pixels), to)
      const start = performance.now()
      const logits = await logitsOf(input)
      times.push(performance.now() - start)
      judged.push({ ...one, prediction: predict(logits, card.calibration) })
    } else unreadable.push(one.file)
    showProgress(i + 1, pictures.length)
  }
  return { card, judged, unreadable, milliseconds: median(times) }
}

function showProgress(done: number, total: number): void {
  // A log gets a line every 500 pictures; a terminal gets one line that is updated in place.
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total} pictures${done === total ? '\n' : ''}`)
  else if (done % 500 === 0 || done === total) console.error(`${done}/${total} pictures`)
}
