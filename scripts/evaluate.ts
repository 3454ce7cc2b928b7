/** Measures the shipped network on folders named by class: `npm run evaluate -- DIR [--json FILE] [--model DIR]`. */
import { stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { predict } from '../src/apparel/prediction.ts'
import { squash } from '../src/inference/resize.ts'
import { figuresOf, type Judged } from './evaluation/metrics.ts'
import { decodeFile, type Labelled, listPictures } from './evaluation/pictures.ts'
import { figuresAsText } from './evaluation/print-figures.ts'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'

const USAGE = 'usage: npm run evaluate -- DIR [--json FILE] [--model DIR]'

/** What was asked is not possible: told without a stack trace. */
class Refusal extends Error {}

async function main(): Promise<void> {
  const { folder, json, model } = readArguments()
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new Refusal(`${folder} is not a folder`)
  const { pictures, strangers } = await listPictures(folder)
  if (strangers.length) console.error(`left out, because no class has this name: ${strangers.join(', ')}`)
  if (pictures.length === 0) throw new Refusal(`${folder} holds no pictures in folders named by class`)

  const { judged, unreadable } = await judge(pictures, model)
  if (unreadable.length) console.error(`${unreadable.length} unreadable:\n  ${unreadable.join('\n  ')}`)
  const figures = figuresOf(judged)
  console.log(figuresAsText(figures))
  if (json) await writeFile(json, `${JSON.stringify({ ...figures, unreadable }, null, 2)}\n`)
}

function readArguments(): { folder: string; json: string | undefined; model: string } {
  const options = { json: { type: 'string' }, model: { type: 'string', default: MODEL } } as const
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [folder, ...more] = positionals
    if (folder !== undefined && more.length === 0) return { folder, json: values.json, model: values.model }
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`)
  }
  throw new Refusal(USAGE)
}

/** Runs each picture down the road of the extension; the next one is decoded while the network looks at this one. */
async function judge(pictures: Labelled[], model: string): Promise<{ judged: Judged[]; unreadable: string[] }> {
  const { card, network } = await openShippedNetwork(model)
  const read = (one?: Labelled) => one && decodeFile(one.file).catch(() => null)
  const judged: Judged[] = []
  const unreadable: string[] = []
  let next = read(pictures[0])
  for (const [i, { file, truth }] of pictures.entries()) {
    const pixels = await next
    next = read(pictures[i + 1])
    if (pixels) {
      const [output] = await network.classify([squash(pixels, card.inputSize)])
      if (output) judged.push({ truth, prediction: predict(output.logits, card.calibration) })
    } else unreadable.push(file)
    showProgress(i + 1, pictures.length)
  }
  network.dispose()
  return { judged, unreadable }
}

function showProgress(done: number, total: number): void {
  // A log gets a line now and then, a terminal one that moves.
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total} pictures${done === total ? '\n' : ''}`)
  else if (done % 500 === 0 || done === total) console.error(`${done}/${total} pictures`)
}

main().catch(error => {
  console.error(error instanceof Refusal ? error.message : error)
  process.exitCode = error instanceof Refusal ? 2 : 1
})
