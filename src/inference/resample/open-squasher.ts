import kernelsUrl from './kernels.wasm?url'
import { Squasher } from './squasher.ts'

/**
 * Opens it with the kernels of the extension's package.
 * @throws Error as `Squasher.open`
 */
export async function openSquasher(): Promise<Squasher> {
  const response = await fetch(kernelsUrl)
  return Squasher.open(await response.arrayBuffer())
}
