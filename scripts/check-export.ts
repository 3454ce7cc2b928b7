/**
 * Compares the exported network with PyTorch on the reference pictures that `training/export.py` writes:
 * `tsx scripts/check-export.ts [FOLDER] [--model DIR]`, where FOLDER is the checkpoint's. Exits with 1 if they differ.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openNetwork } from '../src/network/open-network.ts'
import { openReference } from './evaluation/reference-network.ts'
import { MODEL, readNetworkFiles } from './evaluation/shipped-network.ts'

/** Largest difference allowed in a logit. Another order of summation causes 2e-5, rounding to integers up to 4e-1. */
const TOLERANCES = {
  'TF.js in floats': { logits: 1e-2, kinds: 1e-2 },
  integers: { logits: 3e-1, kinds: 6e-1 },
}

const options = { model: { type: 'string', default: MODEL } } as const
const { values, positionals } = parseArgs({ options, allowPositionals: true })
const folder = positionals[0] ?? 'training/out/kinds-long'
const reference: { size: number; logits: number[][]; kinds: number[][] } = JSON.parse(
  await readFile(join(folder, 'reference.json'), 'utf8'),
)
const pixels = new Uint8Array(await readFile(join(folder, 'reference.bin')))
const files = await readNetworkFiles(values.model)
const floats = await openReference(files)
const integers = await openNetwork({ ...files, backend: 'wasm' })
const outputsOf = {
  'TF.js in floats': async (picture: Uint8Array) => {
    const [logits, kinds] = await floats.outputsOf(picture, ['logits', 'kinds'])
    return { logits, kinds }
  },
  integers: async (picture: Uint8Array) => {
    const [output] = await integers.classify([picture])
    return output
  },
}

const length = reference.size ** 2 * 3
for (const name of ['TF.js in floats', 'integers'] as const) {
  const largest = { logits: 0, kinds: 0 }
  for (const i of reference.logits.keys()) {
    const outputs = await outputsOf[name](pixels.subarray(i * length, (i + 1) * length))
    // Math.max propagates NaN, which then fails the comparison below.
    for (const head of ['logits', 'kinds'] as const)
      for (const [k, logit] of (reference[head][i] ?? []).entries())
        largest[head] = Math.max(largest[head], Math.abs((outputs?.[head]?.[k] ?? Number.NaN) - logit))
  }
  for (const head of ['logits', 'kinds'] as const) {
    const agrees = largest[head] <= TOLERANCES[name][head]
    console.log(
      `${name}: ${reference.logits.length} pictures, ${head} differ by ${largest[head].toExponential(2)} at most; ${agrees ? 'as exported' : 'WRONG'}`,
    )
    if (!agrees) process.exitCode = 1
  }
}
