import kernelsUrl from './kernels.wasm?url'
import { Resampler } from './resampler.ts'

/**
 * Opens a resampler with the kernels from the extension's package.
 * @throws Error as `Resampler.open`
 */
export async function openResampler(): Promise<Resampler> {
  const response = await fetch(kernelsUrl)
  return Resampler.open(await response.arrayBuffer())
}
