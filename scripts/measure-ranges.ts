/**
 * Measures how large the network's outputs become, for its integers: `npm run ranges -- DIR [--model DIR]`, DIR holding
 * `<class>/*`. Writes `ranges.json` beside the network.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { classes } from '../src/apparel/classes.ts'
import { fromCanvas } from '../src/inference/squash/source.ts'
import { Squasher } from '../src/inference/squash/squasher.ts'
import { goldenPixels } from '../src/network/card.ts'
import { layersOf } from '../src/network/integer/graph.ts'
import { weightReader } from '../src/network/integer/weights.ts'
import type { FloatNetwork } from '../src/network/network.ts'
import { asJson } from './evaluation/as-json.ts'
import { decodeFile, type Labelled, listPictures } from './evaluation/pictures.ts'
import { openReference } from './evaluation/reference-network.ts'
import { MODEL, readFloatNetwork } from './evaluation/shipped-network.ts'
import { readKernels } from './kernels.ts'
import { Refusal, runCommand } from './refusal.ts'

/** Of each class. */
const PICTURES = 50

async function main(): Promise<void> {
  const options = { model: { type: 'string', default: MODEL } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [folder] = positionals
  if (!folder) throw new Refusal('usage: npm run ranges -- DIR [--model DIR]')
  const network = await readFloatNetwork(values.model)
  const { name, inputSize } = network.card
  const { outputsOf } = await openReference(network)
  const outputs = linearOutputs(network)
  const largest = new Float64Array(outputs.length)
  const lookAt = async (picture: Uint8Array) => {
    for (const [i, output] of (await outputsOf(picture, outputs)).entries())
      for (const value of output) largest[i] = Math.max(largest[i] as number, Math.abs(value))
  }

  await lookAt(goldenPixels(inputSize))
  const pictures = await someOfEachClass(folder)
  const squasher = await Squasher.open(await readKernels('squash'))
  const to = { width: inputSize, height: inputSize }
  for (const { file } of pictures) await lookAt(await squasher.squash(fromCanvas(await decodeFile(file)), to))
  const rounded = Object.fromEntries(outputs.map((output, i) => [output, Number(largest[i]?.toPrecision(3))]))
  await writeFile(join(values.model, 'ranges.json'), asJson({ network: name, largest: rounded }))
  console.log(`${outputs.length} ranges measured on ${pictures.length} pictures`)
}

/** Names of the outputs that no ReLU6 holds in 0..6. */
function linearOutputs({ card, topology, weights }: FloatNetwork): string[] {
  const weight = weightReader(topology, weights)
  const layers = layersOf(topology, name => weight(name).shape, card.inputSize)
  return layers.filter(layer => !layer.isRelu6).map(layer => layer.name)
}

/** Evenly out of each class's list, which is sorted by source. */
async function someOfEachClass(folder: string): Promise<Labelled[]> {
  const { pictures } = await listPictures(folder)
  return classes.flatMap(name => {
    const ofClass = pictures.filter(({ truth }) => truth === name)
    return ofClass.filter((_, i) => i % Math.ceil(ofClass.length / PICTURES) === 0)
  })
}

await runCommand(main)
