/** Measures the shipped detector on photographs with boxes: `npm run evaluate:outfits -- DIR [options]`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asJson } from './evaluation/as-json.ts'
import { calibrationError, fitConfidence, shownIn } from './outfits/fit-confidence.ts'
import { judgeOutfits } from './outfits/judge-outfits.ts'
import { judgeWorth } from './outfits/judge-worth.ts'
import { figuresOf } from './outfits/outfit-figures.ts'
import { outfitsAsText } from './outfits/print-outfits.ts'
import { readBoxes } from './outfits/read-boxes.ts'
import { DETECTOR } from './outfits/shipped-detector.ts'
import { Refusal, runCommand } from './refusal.ts'

const USAGE = `usage: npm run evaluate:outfits -- DIR [--singles DIR] [--json FILE] [--record NAME] [--model DIR]
  DIR            holds boxes.json: a list of {file, items: [{label, box: [left, top, right, bottom] as fractions}]}
  --singles DIR  holds <class>/ with pictures of one garment each: how many of them are searched for more
  --json FILE    writes the figures
  --record NAME  writes results/NAME.json beside the detector, for its card
  --model DIR    measures this detector instead of the shipped one
  --calibrate    fits how likely shown garments are there, and writes it to the detector's card`

async function main(): Promise<void> {
  const { folder, singles, json, record, model, calibrate } = readArguments()
  const outfits = await readBoxes(folder)
  if (outfits.length === 0) throw new Refusal(`${folder}/boxes.json lists no photographs`)
  const { card, judged, unreadable, times } = await judgeOutfits(outfits, model)
  if (unreadable.length) console.error(`${unreadable.length} unreadable:\n  ${unreadable.join('\n  ')}`)
  const shown = shownIn(judged, card.threshold)
  const calibration = calibrate ? fitConfidence(shown) : card.calibration
  if (calibrate) await writeFile(join(model, 'card.json'), `${JSON.stringify({ ...card, calibration }, null, 2)}\n`)
  const figures = { ...figuresOf(judged, card.threshold), calibrationError: calibrationError(shown, calibration) }
  const worth = await judgeWorth(outfits, singles)
  console.log(outfitsAsText(figures, times, worth))
  const text = asJson({ network: card.name, ...figures, worth, ...times })
  if (json) await writeFile(json, text)
  if (record) {
    await mkdir(join(model, 'results'), { recursive: true })
    await writeFile(join(model, 'results', `${record}.json`), text)
  }
}

function readArguments() {
  const options = {
    singles: { type: 'string' },
    json: { type: 'string' },
    record: { type: 'string' },
    model: { type: 'string', default: DETECTOR },
    calibrate: { type: 'boolean', default: false },
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
