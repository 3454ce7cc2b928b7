import { JpegEncoder } from './jpeg-encoder.ts'
import kernelsUrl from './kernels.wasm?url'

/** At 128 px about 3.7 kB and 34.5 dB. */
const QUALITY = 85

/**
 * Opens an encoder with the kernels from the extension's package.
 * @throws Error as `JpegEncoder.open`
 */
export async function openJpegEncoder(): Promise<JpegEncoder> {
  const response = await fetch(kernelsUrl)
  return JpegEncoder.open(await response.arrayBuffer(), QUALITY)
}
