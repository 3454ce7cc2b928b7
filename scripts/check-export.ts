/**
 * Holds the exported network against PyTorch on pictures that `training/export.py` left behind:
 * `tsx scripts/check-export.ts [FOLDER] [--model DIR]`, FOLDER being that of the checkpoint. Exit code 1 where they differ.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openNetwork } from '../src/network/network.ts'
import { openReference } from './evaluation/reference-network.ts'
import { MODEL, readNetworkFiles } from './evaluation/shipped-network.ts'

/** Largest difference in a logit. In floats another order of summation made 8e-6, rounding to integers up to 2e-1. */
const TOLERANCES = { 'TF.js in floats': 1e-2, integers: 3e-1 }

const options = { model: { type: 'string', default: MODEL } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const folder = positionals[0] ?? 'training/out/kinds'
const reference: { size: number; logits: number[][]; kinds: number[][] } = JSON.parse(
  await readFile(join(folder, 'reference.json'), 'utf8'),
)
const pixels = new Uint8Array(await readFile(join(folder, 'reference.bin')))
const files = await readNetworkFiles(values.model)
const floats = await openReference(files)
const integers = await openNetwork({ ...files, backend: 'wasm' })
const logitsOf = {
  'TF.js in floats': async (picture: Uint8Array) =>
    (await floats.outputsOf(picture, ['logits', 'kinds'])).flatMap(asList),
  integers: async (picture: Uint8Array) =>
    (await integers.classify([picture])).flatMap(({ logits, kinds }) => [...logits, ...kinds]),
}

const length = reference.size ** 2 * 3
for (const name of ['TF.js in floats', 'integers'] as const) {
  let largest = 0
  for (const [i, logitsOfClasses] of reference.logits.entries()) {
    const expected = [...logitsOfClasses, ...(reference.kinds[i] ?? [])]
    const logits = await logitsOf[name](pixels.subarray(i * length, (i + 1) * length))
    for (const [k, logit] of expected.entries()) {
      const difference = Math.abs((logits?.[k] ?? Number.NaN) - logit)
      // Math.max keeps a NaN, and a NaN is no agreement.
      largest = Math.max(largest, difference)
    }
  }
  const agrees = largest <= TOLERANCES[name]
  console.log(
    `${name}: ${reference.logits.length} pictures, logits differ by ${largest.toExponential(2)} at most; ${agrees ? 'as exported' : 'WRONG'}`,
  )
  if (!agrees) process.exitCode = 1
}

function asList(values: Float32Array): number[] {
  return [...values]
}
