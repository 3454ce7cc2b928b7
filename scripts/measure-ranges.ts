/**
 * Measures the ranges of activations that the integer network needs: `npm run ranges -- DIR [--model DIR]`, where DIR holds
 * `<class>/*`. Writes `ranges.json` beside the network.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { classes } from '../src/apparel/classes.ts'
import { goldenPixels } from '../src/network/card.ts'
import { layersOf } from '../src/network/integer/graph.ts'
import type { MeasuredRanges } from '../src/network/integer/ranges.ts'
import { weightReader } from '../src/network/integer/weights.ts'
import { openNetwork } from '../src/network/open-network.ts'
import { asJson } from './evaluation/as-json.ts'
import { listPictures } from './evaluation/pictures.ts'
import { openReference } from './evaluation/reference-network.ts'
import { MODEL, readFloatNetwork } from './evaluation/shipped-network.ts'
import { readKernels } from './kernels.ts'
import { openInputReader } from './network-input.ts'
import { channelRanges } from './ranges/channel-ranges.ts'
import { chooseShorts } from './ranges/choose-shorts.ts'
import { Refusal, runCommand } from './refusal.ts'

const PICTURES_PER_CLASS = 50
/** One in this many pictures is enough to choose precisions by. */
const CHOOSE_EVERY = 4

async function main(): Promise<void> {
  const options = { model: { type: 'string', default: MODEL } } as const
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [folder] = positionals
  if (!folder) throw new Refusal('usage: npm run ranges -- DIR [--model DIR]')
  const network = await readFloatNetwork(values.model)
  const { name, inputSize } = network.card
  const weight = weightReader(network)
  const layers = layersOf(network.topology, name => weight(name).shape, inputSize)
  const reference = await openReference(network)
  const pictures = await someOfEachClass(folder, inputSize)

  const measured = await channelRanges(layers, reference, pictures)
  const ranges: MeasuredRanges = { network: name, golden: [], shorts: [], ...measured }
  const files = { ...network, ranges, kernels: [await readKernels('network')] as const }
  const some = pictures.filter((_, i) => i % CHOOSE_EVERY === 0)
  const expected: Float32Array[] = []
  for (const picture of some) expected.push(...(await reference.outputsOf(picture, ['logits'])))
  ranges.shorts = await chooseShorts(files, layers, some, expected)
  const integers = await openNetwork({ ...files, backend: 'wasm' })
  const [output] = await integers.classify([goldenPixels(inputSize)])
  ranges.golden = [...(output?.logits ?? [])]
  await writeFile(join(values.model, 'ranges.json'), asJson(ranges))
  console.log(`measured on ${pictures.length} pictures; int16 for ${ranges.shorts.join(', ')}`)
}

/** Takes pictures evenly from each class's list, which is sorted by source, and resamples them. */
async function someOfEachClass(folder: string, side: number): Promise<Uint8Array[]> {
  const { pictures } = await listPictures(folder)
  const files = classes.flatMap(name => {
    const ofClass = pictures.filter(({ truth }) => truth === name)
    return ofClass.filter((_, i) => i % Math.ceil(ofClass.length / PICTURES_PER_CLASS) === 0)
  })
  const inputOf = await openInputReader(side)
  const squashed: Uint8Array[] = []
  for (const { file } of files) squashed.push(await inputOf(file))
  return squashed
}

await runCommand(main)
