/** Measures the shipped network on folders named by class or kind: `npm run evaluate -- DIR [options]`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asJson } from './evaluation/as-json.ts'
import { judgeFolder } from './evaluation/judge.ts'
import { kindFiguresOf } from './evaluation/kind-figures.ts'
import { type Figures, figuresOf, type Judged, worstErrors } from './evaluation/metrics.ts'
import { ambiguousAsText, figuresAsText, groupsAsText, kindsAsText } from './evaluation/print-figures.ts'
import { recordOf } from './evaluation/record.ts'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'
import { byShot, bySource, readManifest, withKinds } from './evaluation/sources.ts'
import { Refusal, runCommand } from './refusal.ts'

const USAGE = `usage: npm run evaluate -- DIR [--json FILE] [--record NAME] [--model DIR]
  DIR            holds <class>/*, <kind>/* or ambiguous/*; a manifest.csv beside it gives sources, shots and kinds
  --json FILE    writes the figures, the time per picture and the most confident errors
  --record NAME  writes results/NAME.json beside the network, for its model card
  --model DIR    measures this network instead of the shipped one`

async function main(): Promise<void> {
  const { folder, json, record, model } = readArguments()
  const { card, judged, ambiguous, unreadable, milliseconds } = await judgeFolder(
    folder,
    await openShippedNetwork(model),
  )
  if (unreadable.length) console.error(`${unreadable.length} unreadable:\n  ${unreadable.join('\n  ')}`)
  const manifest = await readManifest(folder)
  const groups = { sources: bySource(judged, manifest), shots: byShot(judged, manifest) }
  const allKinds = withKinds([...judged, ...ambiguous], manifest)
  const [sources, shots] = [groups.sources, groups.shots].map(figuresOfEach) as [AllFigures, AllFigures]
  const [figures, kinds] = [figuresOf(judged), kindFiguresOf(allKinds)]
  if (groups.sources.size) console.log(`${groupsAsText('source', sources)}\n`)
  if (groups.shots.size) console.log(`${groupsAsText('shot', shots)}\n`)
  if (card.kinds) console.log(`${kindsAsText(kinds)}\n`)
  if (ambiguous.length) console.log(`${ambiguousAsText(ambiguous)}\n`)
  console.log(
    `${figuresAsText(figures)}\n\n${milliseconds.toFixed(1)} ms a picture in the network, median, on WebAssembly`,
  )

  if (json) {
    const worst = worstErrors(judged, 50)
    await writeFile(
      json,
      asJson({ network: card.name, ...figures, sources, shots, kinds, milliseconds, worst, unreadable }),
    )
  }
  if (record) {
    await mkdir(join(model, 'results'), { recursive: true })
    await writeFile(
      join(model, 'results', `${record}.json`),
      asJson(recordOf(card, judged, { ...groups, kinds: allKinds, ambiguous })),
    )
  }
}

type AllFigures = Record<string, Figures>

function figuresOfEach(groups: Map<string, Judged[]>): AllFigures {
  return Object.fromEntries([...groups].map(([name, group]) => [name, figuresOf(group)]))
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
