/**
 * A worker that finds what may be a garment. It has the detector in a thread of its own, so that badges do not wait, and gives its
 * memory back when it closes. On every backend the detector runs on WebAssembly.
 */
import card from '../../../models/outfits/card.json'
import { openIntegerDetector } from '../../network/integer/open-integer-detector.ts'
import { openResampler } from '../resample/open-resampler.ts'
import { readDetectorFiles } from './detector-files.ts'
import { findCandidates } from './find-candidates.ts'
import type { FromFinder, ToFinder } from './finder-messages.ts'

const detector = readDetectorFiles().then(openIntegerDetector)
const resampler = openResampler()

addEventListener('message', async ({ data: { id, picture, leastScore, cropSide } }: MessageEvent<ToFinder>) => {
  try {
    const parts = { detector: await detector, card, resampler: await resampler, cropSide }
    const result = await findCandidates(picture, leastScore, parts)
    answer(
      { id, result },
      result.candidates.map(({ pixels }) => pixels.buffer as ArrayBuffer),
    )
  } catch (error) {
    answer({ id, failure: error instanceof Error ? error.message : String(error) })
  }
})

function answer(message: FromFinder, transfer: ArrayBuffer[] = []): void {
  postMessage(message, { transfer })
}
