import card from '../../models/apparel/card.json'
import detectorCard from '../../models/outfits/card.json'
import { decodeGarments } from '../../src/garments/decode-garments.ts'
import { letterboxOf } from '../../src/garments/letterbox.ts'
import { readNetworkFiles } from '../../src/inference/engine/network-files.ts'
import { readDetectorFiles } from '../../src/inference/garments/detector-files.ts'
import { goldenPixels } from '../../src/network/card.ts'
import { openIntegerDetector } from '../../src/network/integer/open-integer-detector.ts'
import { openNetwork } from '../../src/network/open-network.ts'

/** Milliseconds of each run. */
export interface SearchTimes {
  /** From the files to the first boxes. */
  cold: number
  detector: number[]
  classifier: number[]
}

/** Runs until compilers have optimised the code and the faster build of the kernels is known. */
const WARM_UP = 40

/** Runs the detector and the classifier in turns on WebAssembly, so that a slow minute affects both. */
export async function timeSearch(count: number): Promise<SearchTimes> {
  const classifier = await openNetwork({ ...(await readNetworkFiles()), backend: 'wasm' })
  const picture = goldenPixels(detectorCard.inputSize)
  const crop = goldenPixels(card.inputSize)
  const start = performance.now()
  const { detect } = await openIntegerDetector(await readDetectorFiles())
  const letterbox = letterboxOf({ width: 2, height: 3 }, detectorCard.inputSize)
  const search = () => decodeGarments(detect(picture), detectorCard, letterbox, detectorCard.threshold)
  search()
  const times: SearchTimes = { cold: performance.now() - start, detector: [], classifier: [] }
  for (let i = -WARM_UP; i < count; i++) {
    const before = performance.now()
    search()
    const between = performance.now()
    await classifier.classify([crop])
    const after = performance.now()
    if (i < 0) continue
    times.detector.push(between - before)
    times.classifier.push(after - between)
  }
  classifier.dispose()
  return times
}
