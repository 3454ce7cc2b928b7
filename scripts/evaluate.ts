/** Measures the shipped network on folders named by class or kind: `npm run evaluate -- DIR [options]`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asJson } from './evaluation/as-json.ts'
import { groupFigures } from './evaluation/group-figures.ts'
import { judgeFolder } from './evaluation/judge.ts'
import { figuresOf, worstErrors } from './evaluation/metrics.ts'
import { allAsText, timeAsText } from './evaluation/print-figures.ts'
import { recordOf } from './evaluation/record.ts'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'
import { byShot, bySource, readManifest, withKinds } from './evaluation/sources.ts'
import { Refusal, runCommand } from './refusal.ts'

const USAGE = `usage: npm run evaluate -- DIR [--json FILE] [--record NAME] [--model DIR]
  DIR            holds <class>/*, <kind>/* or ambiguous/*; a manifest.csv in or beside it gives sources, shots and kinds
  --json FILE    writes the figures, also bySource, byShot, byKind and ambiguous, and the most confident errors
  --record NAME  writes results/NAME.json beside the network, for its model card
  --model DIR    measures this network instead of the shipped one`

async function main(): Promise<void> {
  const { folder, json, record, model } = readArguments()
  const judgement = await judgeFolder(folder, await openShippedNetwork(model))
  const { card, judged, ambiguous, unreadable, milliseconds } = judgement
  if (unreadable.length) console.error(`${unreadable.length} unreadable:\n  ${unreadable.join('\n  ')}`)
  const manifest = await readManifest(folder)
  const [figures, groups] = [figuresOf(judged), groupFigures(judgement, manifest)]
  console.log(`${allAsText(figures, groups)}\n\n${timeAsText(milliseconds)}`)

  if (json) {
    const worst = worstErrors(judged, 50)
    await writeFile(json, asJson({ network: card.name, ...figures, ...groups, milliseconds, worst, unreadable }))
  }
  if (record) {
    await mkdir(join(model, 'results'), { recursive: true })
    const sets = {
      sources: bySource(judged, manifest),
      shots: byShot(judged, manifest),
      kinds: withKinds([...judged, ...ambiguous], manifest),
      ambiguous,
    }
    await writeFile(join(model, 'results', `${record}.json`), asJson(recordOf(card, judged, sets)))
  }
}

function readArguments() {
  const options = {
    json: { type: 'string' },
    record: { type: 'string' },
    model: { type: 'string', default: MODEL },
  } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [folder, ...more] = positionals
    const isName = values.record === undefined || /^[a-z\d-]+$/.test(values.record)
    if (folder !== undefined && more.length === 0 && isName) return { folder, ...values }
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`)
  }
  throw new Refusal(USAGE)
}

await runCommand(main)
