import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DetectorCard } from '../../src/network/detector.ts'
import { openIntegerDetector } from '../../src/network/integer/open-integer-detector.ts'
import { readKernels } from '../kernels.ts'

/** Folder of the shipped detector. */
export const DETECTOR = fileURLToPath(new URL('../../models/outfits', import.meta.url))

/**
 * Opens a detector's files on WASM, as the extension does.
 * @throws Error if a file is missing or does not match the others
 */
export async function openShippedDetector(folder: string) {
  const json = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))
  const card: DetectorCard = await json('card.json')
  const weights = new Uint8Array(await readFile(join(folder, 'weights.bin'))).buffer
  const files = { card, topology: await json('model.json'), ranges: await json('ranges.json'), weights }
  const { detect } = await openIntegerDetector({ ...files, kernels: [await readKernels('network')] })
  return { card, detect }
}
