/** `npm run bench:learn -- DIR [--json FILE]`: how well the extension learns from its user. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { asJson } from '../scripts/evaluation/as-json.ts'
import { MODEL } from '../scripts/evaluation/shipped-network.ts'
import { Refusal, runCommand } from '../scripts/refusal.ts'
import { kindsOfClass } from '../src/apparel/kinds.ts'
import { moreKinds } from '../src/apparel/more-kinds.ts'
import { type LearningHeader, openLearningBase } from '../src/learning/learning-base.ts'
import { correctShops } from './learn/corrections.ts'
import { addedMilliseconds, forgotten } from './learn/costs.ts'
import { seePictures } from './learn/seen-pictures.ts'
import { foldsOf, meanShots, type Shots, teachKind } from './learn/shots.ts'

const USAGE = `usage: npm run bench:learn -- DIR [--json FILE]
  DIR  holds <class>/*; a manifest.csv in or beside it gives kinds and groups`
/** Kinds without a look of their own. */
const UNCLEAR = ['', 'Other', 'Mixed', 'Outfit']

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true })
  const [folder, ...more] = positionals
  if (!folder || more.length > 0) throw new Refusal(USAGE)
  const header = JSON.parse(await readFile(join(MODEL, 'learning.json'), 'utf8')) as LearningHeader
  const base = openLearningBase(header, new Uint8Array(await readFile(join(MODEL, 'learning.bin'))).buffer)
  const bases = foldsOf(base)
  const { card, pictures } = await seePictures(folder)

  const shipped: string[] = card.kinds?.names ?? []
  const found = [...new Set(pictures.map(({ kind }) => kind))].filter(kind => !UNCLEAR.includes(kind)).sort()
  const unknown = found.filter(kind => !shipped.includes(kind))
  const wearable = found.filter(
    kind => shipped.includes(kind) && Object.values<readonly string[]>(moreKinds).flat().includes(kind),
  )
  const rows = new Map<string, (Shots | undefined)[]>()
  const teach = (kinds: string[], without: boolean) =>
    [5, 20].map(count => {
      const all = kinds.map(kind => {
        const shots = teachKind(kind, count, pictures, bases, card, without)
        rows.set(kind, [...(rows.get(kind) ?? []), shots])
        return shots
      })
      return all.filter(shots => shots !== undefined)
    })
  const [new5 = [], new20 = []] = teach(unknown, false)
  const [known5 = [], known20 = []] = teach(wearable, true)
  for (const [kind, shots] of rows) console.log(`${kind.padEnd(12)} ${shots.map(lineOf).join('     ')}`)

  // Kinds that ship stand in where too few others have pictures: the network knows them, and the learner is kept from knowing.
  const [shots5, shots20] = [new5.length > 0 ? new5 : known5, new20.length > 0 ? new20 : known20].map(meanShots)
  const corrections = correctShops(pictures, base, card)
  const milliseconds = addedMilliseconds(pictures, base, card)
  const others = found.filter(
    kind =>
      !Object.entries(kindsOfClass).some(
        ([name, kinds]) => name !== 'none' && (kinds as readonly string[]).includes(kind),
      ),
  )
  const figures = {
    shots5: shots5 ?? null,
    shots20: shots20 ?? null,
    corrections,
    millisecondsPerPicture: milliseconds,
    forgetting: forgotten(others, pictures, bases, card),
  }
  console.log(`
kinds with enough pictures for 5 and 20 examples: ${new5.length} and ${new20.length} that do not ship, ${known5.length} and ${known20.length} that do
The figures are of ${nameOf(new5)} for 5 examples, of ${nameOf(new20)} for 20.
5 examples    ${lineOf(shots5)}
20 examples   ${lineOf(shots20)}
corrections   rest of the shop ${percent(corrections.shopBefore)} → ${percent(corrections.shopAfter)} wrong, elsewhere ${percent(corrections.elsewhereBefore)} → ${percent(corrections.elsewhereAfter)}
500 examples  ${milliseconds.toFixed(2)} ms more a picture
30 kinds      ${percent(figures.forgetting)} of the ten garments' right answers lost`)
  if (values.json) await writeFile(values.json, asJson(figures))
}

function nameOf(unknown: Shots[]): string {
  return unknown.length > 0 ? 'those that do not' : 'those that do, which the network was trained on'
}

function lineOf(shots: Shots | undefined): string {
  if (!shots) return 'too few pictures'.padEnd(56)
  return `recall ${percent(shots.recall)}, taken from the ten ${percent(shots.takenFromTen)}, from none ${percent(shots.takenFromNone)}`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}

await runCommand(main)
