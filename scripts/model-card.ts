/** Writes the model card from recorded results: `npm run model-card [-- --check | --count DATA_DIR]`. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { asJson } from './evaluation/as-json.ts'
import { MODEL } from './evaluation/shipped-network.ts'
import { parseManifest } from './evaluation/sources.ts'
import { cardFiles } from './model-card/card.ts'
import { countPictures } from './model-card/count-pictures.ts'
import { readResults } from './model-card/results.ts'
import { staleFiles } from './model-card/stale.ts'
import { Refusal, runCommand } from './refusal.ts'

const USAGE = `usage: npm run model-card                      writes models/apparel/README.md and its plots
       npm run model-card -- --check           exits with 2 if they do not match the results
       npm run model-card -- --count DATA_DIR  counts the photographs of DATA_DIR/manifest.csv first`

async function main(): Promise<void> {
  const { check, count } = readArguments()
  if (check) {
    const stale = await staleFiles(MODEL)
    if (stale.length) throw new Refusal(`does not match the results: ${stale.join(', ')}; run npm run model-card`)
    return
  }
  if (count) await writeCounts(count)
  for (const [name, text] of cardFiles(await readResults(MODEL))) {
    const path = join(MODEL, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    console.log(path)
  }
}

function readArguments() {
  const options = { check: { type: 'boolean' }, count: { type: 'string' } } as const
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`)
  }
}

async function writeCounts(folder: string): Promise<void> {
  const path = join(folder, 'manifest.csv')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refusal(`${path} cannot be read`)
  })
  const pictures = parseManifest(text, ['file', 'label', 'source', 'split'])
  await mkdir(join(MODEL, 'results'), { recursive: true })
  await writeFile(join(MODEL, 'results/data.json'), asJson(countPictures(pictures)))
}

await runCommand(main)
