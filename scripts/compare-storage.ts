/**
 * Measures the same network with its weights stored in several formats, for the model card:
 * `npx tsx scripts/compare-storage.ts DIR MODEL MODEL…`, where each MODEL is a folder named after its format. It runs in
 * floats, because the integer network reads float16 weights only.
 */
import { stat, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { asJson } from './evaluation/as-json.ts'
import { judgeFolder } from './evaluation/judge.ts'
import { figuresOf } from './evaluation/metrics.ts'
import { openAsFloats } from './evaluation/reference-network.ts'
import { MODEL } from './evaluation/shipped-network.ts'
import type { Storage } from './model-card/results.ts'
import { Refusal, runCommand } from './refusal.ts'

/** Measures one model at a time: two would slow each other down. */
async function main(): Promise<void> {
  const [folder, ...models] = process.argv.slice(2)
  if (!folder || models.length === 0) throw new Refusal('usage: npx tsx scripts/compare-storage.ts DIR MODEL MODEL…')
  const rows: Storage['rows'] = []
  for (const model of models) {
    const { judged, milliseconds } = await judgeFolder(folder, await openAsFloats(model))
    const { closedTop1, top1, auroc, falseBadgeRate } = figuresOf(judged)
    const bytes = (await stat(join(model, 'weights.bin'))).size
    const figures = { closedTop1, top1, auroc, falseBadgeRate }
    rows.push({ name: basename(resolve(model)), bytes, ...figures, milliseconds: Number(milliseconds.toFixed(1)) })
  }
  console.table(rows)
  await writeFile(join(MODEL, 'results/storage.json'), asJson({ split: basename(resolve(folder)), rows }))
}

await runCommand(main)
