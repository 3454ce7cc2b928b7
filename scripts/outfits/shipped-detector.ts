import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DetectorFiles } from '../../src/network/detector.ts'
import { MODEL, readFloatNetwork } from '../evaluation/shipped-network.ts'
import { readKernels } from '../kernels.ts'

/** Folder of the shipped detector. */
export const DETECTOR = fileURLToPath(new URL('../../models/outfits', import.meta.url))

/**
 * Reads a detector's files as they ship, those of the classifier whose weights it shares, and the kernels.
 * @throws Error if a file is missing
 */
export async function readDetectorFiles(folder: string): Promise<DetectorFiles> {
  const json = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))
  const [card, topology, ranges] = await Promise.all(['card.json', 'model.json', 'ranges.json'].map(json))
  // A copy, because Node returns small files as views of a shared buffer.
  const weights = new Uint8Array(await readFile(join(folder, 'weights.bin'))).buffer
  const classifier = await readFloatNetwork(MODEL)
  return { card, topology, ranges, weights, classifier, kernels: [await readKernels('network')] }
}
