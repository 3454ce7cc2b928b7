import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Card } from '../../src/network/card.ts'
import { type Network, openNetwork } from '../../src/network/network.ts'

/** Where the shipped network lies. */
export const MODEL = fileURLToPath(new URL('../../models/apparel', import.meta.url))

/**
 * Opens a network's files on WASM.
 * @throws Error where a file is missing or does not fit
 */
export async function openShippedNetwork(folder: string): Promise<{ card: Card; network: Network }> {
  const [card, topology, weights] = await Promise.all([
    readFile(join(folder, 'card.json'), 'utf8').then(text => JSON.parse(text) as Card),
    readFile(join(folder, 'model.json'), 'utf8').then(text => JSON.parse(text) as unknown),
    readFile(join(folder, 'weights.bin')),
  ])
  // A copy, because Node hands out small files as parts of a shared buffer.
  const network = await openNetwork({ card, topology, weights: new Uint8Array(weights).buffer, backend: 'wasm' })
  return { card, network }
}
