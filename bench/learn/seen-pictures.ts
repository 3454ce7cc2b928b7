import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { listPictures } from '../../scripts/evaluation/pictures.ts'
import { MODEL, openShippedNetwork } from '../../scripts/evaluation/shipped-network.ts'
import { readManifest } from '../../scripts/evaluation/sources.ts'
import { openInputReader } from '../../scripts/network-input.ts'
import { Refusal } from '../../scripts/refusal.ts'
import { toEmbeddingBytes } from '../../src/history/media/embedding-bytes.ts'
import { fingerprintOf } from '../../src/learning/fingerprint.ts'
import type { PictureOutput } from '../../src/learning/learn.ts'
import type { Card } from '../../src/network/card.ts'

/** A labelled picture and what the network says of it. */
export interface SeenPicture extends PictureOutput {
  embedding: Int8Array<ArrayBuffer>
  logits: Float32Array
  kinds: Float32Array
  /** One of the eleven classes, or `ambiguous`. */
  truth: string
  /** '' if unknown. */
  kind: string
  /** Shop, sender or product. Pictures of one group never are both example and test. */
  site: string
  /** The fold of the replay that the picture belongs to; undefined if it is not among the replayed pictures. */
  fold: number | undefined
}

/**
 * Runs the shipped network on all pictures of a folder.
 * @throws Refusal if there is no manifest, which alone knows the kinds and groups
 */
export async function seePictures(folder: string): Promise<{ card: Card; pictures: SeenPicture[] }> {
  const manifest = await readManifest(folder)
  if (manifest.size === 0) throw new Refusal(`no manifest.csv in or beside ${folder}`)
  const { card, outputsOf } = await openShippedNetwork(MODEL)
  const inputOf = await openInputReader(card.inputSize)
  const pictures: SeenPicture[] = []
  for (const { file, truth, kind } of (await listPictures(folder)).pictures) {
    const pixels = await inputOf(file).catch(() => undefined)
    if (!pixels) continue
    const listed = manifest.get(resolve(file))
    const site = listed?.group || file
    const { logits, kinds, embedding } = await outputsOf(pixels)
    pictures.push({
      ...{ logits, kinds, truth, site },
      embedding: toEmbeddingBytes(embedding),
      fingerprint: fingerprintOf(pixels),
      kind: kind ?? listed?.kind ?? '',
      fold: listed?.split === 'val' ? foldOf(site) : undefined,
    })
    if (pictures.length % 500 === 0) console.error(`${pictures.length} pictures`)
  }
  return { card, pictures }
}

/** As `training/learning_base.py` divides the replayed pictures. */
function foldOf(group: string): number {
  return Number.parseInt(createHash('md5').update(group).digest('hex').slice(-1), 16) % 2
}
