/** Fits how much the words of a page count, on labelled pictures: `npm run fit-words -- DIR`. Writes models/apparel/words.json. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WordPrior } from '../src/apparel/words/word-evidence.ts'
import { asJson } from './evaluation/as-json.ts'
import { judgeFolder } from './evaluation/judge.ts'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'
import { readManifest, withKinds } from './evaluation/sources.ts'
import { assumption } from './fit-words/assumption.ts'
import { fitKind } from './fit-words/fit-kind.ts'
import { fitPrior, wrongGarment, wrongNone } from './fit-words/fit-prior.ts'
import { asAssumed, figuresOf, type NameFigures, named } from './fit-words/named.ts'
import { Refusal, runCommand } from './refusal.ts'

async function main(): Promise<void> {
  const [folder, ...more] = process.argv.slice(2)
  if (!folder || more.length > 0) throw new Refusal('usage: npm run fit-words -- DIR   (DIR holds <class>/*)')
  const { card, judged } = await judgeFolder(folder, await openShippedNetwork(MODEL))
  const { calibration, kinds: head } = card
  const sizes = fitPrior(judged, calibration, assumption)
  const ofKinds = withKinds(judged, await readManifest(folder))
  const kind = head ? fitKind(ofKinds, head, assumption.kind, sizes.garment.bounded) : 0
  const prior: WordPrior = { garment: sizes.garment.bounded, none: sizes.none.bounded, kind }
  const figures = {
    'no words': figuresOf(judged),
    'right names on garments': figuresOf(
      judged.map(one => (one.truth === 'none' ? one : named(one, one.truth, prior, calibration))),
    ),
    'right names on all': figuresOf(judged.map(one => named(one, one.truth, prior, calibration))),
    'names as assumed': figuresOf(asAssumed(judged, assumption, prior, calibration)),
  }
  const wrong = {
    falseBadgesUnderGarments: wrongGarment(judged, prior, calibration),
    coverageUnderOtherThings: wrongNone(judged, prior, calibration),
  }
  console.log([...Object.entries(figures)].map(([name, of]) => lineOf(name, of)).join('\n'))
  console.log(
    `\nwrong names: false badges ${percent(wrong.falseBadgesUnderGarments)}, coverage ${percent(wrong.coverageUnderOtherThings)}`,
  )
  console.log(
    `log-odds: garment ${prior.garment} (best ${sizes.garment.best}), none ${prior.none} (best ${sizes.none.best}), kind ${prior.kind}`,
  )
  const record = {
    network: card.name,
    prior,
    best: { garment: sizes.garment.best, none: sizes.none.best },
    assumption,
    pictures: judged.length,
    figures,
    wrong,
  }
  await writeFile(join(MODEL, 'words.json'), asJson(record))
}

function lineOf(name: string, { coverage, badgesRight, falseBadges }: NameFigures): string {
  return `${name.padEnd(26)} coverage ${percent(coverage)}   badges right ${percent(badgesRight)}   false badges ${percent(falseBadges)}`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

await runCommand(main)
