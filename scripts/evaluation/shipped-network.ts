import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Card } from '../../src/network/card.ts'
import type { MeasuredRanges } from '../../src/network/integer/ranges.ts'
import type { FloatNetwork, NetworkFiles, Output } from '../../src/network/network.ts'
import { openNetwork } from '../../src/network/open-network.ts'
import { readKernels } from '../kernels.ts'
import type { Judge } from './judge.ts'

/** Folder of the shipped network. */
export const MODEL = fileURLToPath(new URL('../../models/apparel', import.meta.url))

interface ShippedNetwork extends Judge {
  /** As in `Judge`, with the embedding. */
  outputsOf(picture: Uint8Array): Promise<Output>
}

/**
 * Opens a network's files on WASM, as the extension does.
 * @throws Error if a file is missing or does not match the others
 */
export async function openShippedNetwork(folder: string): Promise<ShippedNetwork> {
  const files = await readNetworkFiles(folder)
  const network = await openNetwork({ ...files, backend: 'wasm' })
  return {
    card: files.card,
    async outputsOf(picture) {
      const [output] = await network.classify([picture])
      if (!output) throw new Error('the network did not answer')
      return output
    },
  }
}

/**
 * Reads a network's files as they ship, and the kernels.
 * @throws Error if a file is missing
 */
export async function readNetworkFiles(folder: string): Promise<NetworkFiles> {
  const [floats, ranges, kernels] = await Promise.all([
    readFloatNetwork(folder),
    readJson(folder, 'ranges.json'),
    readKernels('network'),
  ])
  return { ...floats, ranges: ranges as MeasuredRanges, kernels: [kernels] }
}

/**
 * Reads the files of the float network, but not those that only the integer network needs.
 * @throws Error if a file is missing
 */
export async function readFloatNetwork(folder: string): Promise<FloatNetwork> {
  const [card, topology, weights] = await Promise.all([
    readJson(folder, 'card.json'),
    readJson(folder, 'model.json'),
    readFile(join(folder, 'weights.bin')),
  ])
  // A copy, because Node returns small files as views of a shared buffer.
  return { card: card as Card, topology, weights: new Uint8Array(weights).buffer }
}

async function readJson(folder: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'))
}
