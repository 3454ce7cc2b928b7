/** Measures the shipped network on folders named by class: `npm run evaluate -- DIR [options]`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asJson } from './evaluation/as-json.ts'
import { judgeFolder } from './evaluation/judge.ts'
import { figuresOf, worstErrors } from './evaluation/metrics.ts'
import { figuresAsText, sourcesAsText } from './evaluation/print-figures.ts'
import { recordOf } from './evaluation/record.ts'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'
import { bySource, readSources } from './evaluation/sources.ts'
import { Refusal, runCommand } from './refusal.ts'

const USAGE = `usage: npm run evaluate -- DIR [--json FILE] [--record NAME] [--model DIR]
  DIR            holds <class>/*; a manifest.csv beside it tells the sources
  --json FILE    writes the figures, the time per picture and the most confident errors
  --record NAME  writes results/NAME.json beside the network, for its model card
  --model DIR    measures this network instead of the shipped one`

async function main(): Promise<void> {
  const { folder, json, record, model } = readArguments()
  const { card, judged, unreadable, milliseconds } = await judgeFolder(folder, await openShippedNetwork(model))
  if (unreadable.length) console.error(`${unreadable.length} unreadable:\n  ${unreadable.join('\n  ')}`)
  const groups = bySource(judged, await readSources(folder))
  const figures = figuresOf(judged)
  const sources = Object.fromEntries([...groups].map(([source, group]) => [source, figuresOf(group)]))
  if (groups.size) console.log(`${sourcesAsText(sources)}\n`)
  console.log(
    `${figuresAsText(figures)}\n\n${milliseconds.toFixed(1)} ms a picture in the network, median, on WebAssembly`,
  )

  if (json) {
    const worst = worstErrors(judged, 50)
    await writeFile(json, asJson({ network: card.name, ...figures, sources, milliseconds, worst, unreadable }))
  }
  if (record) {
    await mkdir(join(model, 'results'), { recursive: true })
    await writeFile(join(model, 'results', `${record}.json`), asJson(recordOf(card, judged, groups)))
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
