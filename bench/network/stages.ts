import card from '../../models/apparel/card.json'
import { activationMap } from '../../src/apparel/activation-map.ts'
import { predictPicture } from '../../src/apparel/predict-picture.ts'
import { toEmbeddingBytes } from '../../src/history/media/embedding-bytes.ts'
import { decode } from '../../src/inference/decode/decode-image.ts'
import { readNetworkFiles } from '../../src/inference/engine/network-files.ts'
import { fetchImage } from '../../src/inference/read/fetch-image.ts'
import { openResampler } from '../../src/inference/resample/open-resampler.ts'
import type { Resampler } from '../../src/inference/resample/resampler.ts'
import type { Card } from '../../src/network/card.ts'
import type { Network, Output } from '../../src/network/network.ts'
import { openNetwork } from '../../src/network/open-network.ts'

let network: Promise<Network> | undefined
let resampler: Promise<Resampler> | undefined

/** Processes a picture through the host's stages one by one. @returns milliseconds of each stage */
export async function timeStages(url: string): Promise<Record<string, number>> {
  network ??= readNetworkFiles().then(files => openNetwork({ ...files, backend: 'wasm' }))
  const opened = await network
  resampler ??= openResampler()
  const resizer = await resampler
  const times: Record<string, number> = {}
  const time = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    times[stage] = performance.now() - start
    return result
  }
  const { bytes, type } = await time('fetch', () =>
    fetchImage(url, new AbortController().signal, { cache: 'default', isPatient: false }),
  )
  await time('digest', () => crypto.subtle.digest('SHA-256', bytes))
  const side = card.inputSize
  const { source, close } = await time('decode', () => decode(bytes, type, side))
  const pixels = await time('copy and squash', () => resizer.resample(source, { width: side, height: side }))
  close()
  const [output] = (await time('network: upload, run, read back', () => opened.classify([pixels]))) as [Output]
  await time('calibrate', () => {
    const prediction = predictPicture(output, card as Card)
    return [activationMap(output.activation, prediction), toEmbeddingBytes(output.embedding)]
  })
  return times
}
