/**
 * Holds the exported network against PyTorch on pictures that `training/export.py` left behind:
 * `tsx scripts/check-export.ts [FOLDER] [--model DIR]`, FOLDER being that of the checkpoint. Exit code 1 where they differ.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'

/** Largest difference in a logit; another order of summation made 8e-6 when this was written. */
const TOLERANCE = 1e-2

const options = { model: { type: 'string', default: MODEL } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const folder = positionals[0] ?? 'training/out/continued'
const reference: { size: number; logits: number[][] } = JSON.parse(
  await readFile(join(folder, 'reference.json'), 'utf8'),
)
const pixels = new Uint8Array(await readFile(join(folder, 'reference.bin')))
const { network } = await openShippedNetwork(values.model)

const length = reference.size ** 2 * 3
let largest = 0
for (const [i, expected] of reference.logits.entries()) {
  const [output] = await network.classify([pixels.subarray(i * length, (i + 1) * length)])
  for (const [k, logit] of expected.entries()) {
    const difference = Math.abs((output?.logits[k] ?? Number.NaN) - logit)
    // Math.max keeps a NaN, and a NaN is no agreement.
    largest = Math.max(largest, difference)
  }
}
network.dispose()
const agrees = largest <= TOLERANCE
console.log(
  `${reference.logits.length} pictures: logits differ by ${largest.toExponential(2)} at most; ${agrees ? 'as exported' : 'WRONG'}`,
)
if (!agrees) process.exitCode = 1
