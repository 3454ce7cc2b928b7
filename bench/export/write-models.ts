import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import card from '../../models/apparel/card.json' with { type: 'json' }
import { benchDist } from '../../scripts/paths.ts'
import { goldenPixels } from '../../src/network/card.ts'
import { drawPicture, garmentCodes, otherCodes } from '../../tests/shop/pictures.ts'
import { toOnnx } from './onnx.ts'
import { readGraph } from './read-graph.ts'
import { toTflite } from './tflite.ts'

/** Writes the shipped network in the peers' formats to the folder of the benchmark pages. */
export async function writeModels(batches: readonly number[]): Promise<void> {
  const size = card.inputSize
  const draw = async (code: string, variant: number) => {
    const file = sharp(await drawPicture(code, variant)).resize(size, size, { fit: 'fill' })
    return new Uint8Array(await file.removeAlpha().raw().toBuffer())
  }
  const pictures = await Promise.all([...garmentCodes, ...otherCodes].map(draw))
  const graph = await readGraph(size, [...pictures, goldenPixels(size)])
  const folder = join(benchDist, 'peers/models')
  await mkdir(folder, { recursive: true })
  for (const batch of batches) {
    await writeFile(join(folder, `${batch}.onnx`), toOnnx(graph, batch))
    await writeFile(join(folder, `${batch}.float32.tflite`), toTflite(graph, batch, false))
    await writeFile(join(folder, `${batch}.int8.tflite`), toTflite(graph, batch, true))
  }
}
