/**
 * What a page's words change, in the built extension: `npm run measure-words -- DIR [COUNT]`. Pages of cards show labelled
 * pictures under made names in all languages of the lexicon.
 */
import type { Page } from 'puppeteer'
import { build } from 'vite'
import { isAnswered, predictionOf } from '../src/apparel/answer.ts'
import lexicon from '../src/words/lexicon.json' with { type: 'json' }
import type { StoredLexicon } from '../src/words/lexicon.ts'
import { eventually } from './drive/eventually.ts'
import { type Launched, launch } from './drive/launch.ts'
import { popupUrl, switchOn } from './drive/popup.ts'
import { readReports } from './drive/report.ts'
import { AMBIGUOUS, type Labelled, listPictures } from './evaluation/pictures.ts'
import { readManifest, withKinds } from './evaluation/sources.ts'
import { figuresOf, type Judged } from './fit-words/named.ts'
import { type MadeName, NameMaker } from './measure-words/made-names.ts'
import { type MadeShop, openMadeShop } from './measure-words/made-shop.ts'
import { Refusal, runCommand } from './refusal.ts'

/** Pictures of one page. */
const PAGE_COUNT = 60

type Picture = Labelled & { kind: string; truth: Judged['truth'] }

async function main(): Promise<void> {
  const [folder, count = '600'] = process.argv.slice(2)
  if (!folder || !(Number(count) > 0))
    throw new Refusal('usage: npm run measure-words -- DIR [COUNT]   (DIR holds <class>/*)')
  const pictures = await sampleOf(folder, Number(count))
  await build({ logLevel: 'warn' })
  const names = new NameMaker(lexicon as StoredLexicon)
  const ways: Record<string, (picture: Picture) => MadeName> = {
    'right names': ({ truth, kind }) => names.nameOf(truth, kind),
    'no names': () => names.brand(),
    'wrong names': ({ truth }) => names.wrongNameOf(truth),
  }
  const shop = await openMadeShop()
  const launched = await launch({ headless: true, followRequests: false })
  try {
    const own = await launched.browser.newPage()
    // tsx names functions with a helper that the page does not have.
    await own.evaluateOnNewDocument('globalThis.__name = named => named')
    await own.goto(popupUrl(launched.extensionId))
    const page = await launched.browser.newPage()
    await page.goto(shop.page([]))
    await switchOn(launched, page)
    for (const [way, nameOf] of Object.entries(ways)) {
      const judged = await judge(launched, own, shop, pictures, nameOf)
      print(
        `${way}, not heard`,
        judged.map(({ truth, alone }) => ({ truth, prediction: alone })),
      )
      print(
        `${way}, heard`,
        judged.map(({ truth, heard }) => ({ truth, prediction: heard })),
      )
    }
  } finally {
    await launched.browser.close()
    shop.close()
  }
}

/** Takes files at equal steps, so that every class and source has its share. */
async function sampleOf(folder: string, count: number): Promise<Picture[]> {
  const { pictures } = await listPictures(folder)
  const known = pictures.filter(({ truth }) => truth !== AMBIGUOUS)
  const step = Math.max(1, known.length / count)
  const chosen = known.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
  return withKinds(
    chosen.map(one => ({ kind: '', ...one })),
    await readManifest(folder),
  ) as Picture[]
}

async function judge(
  launched: Launched,
  own: Page,
  shop: MadeShop,
  pictures: Picture[],
  nameOf: (picture: Picture) => MadeName,
) {
  const judged: { truth: Judged['truth']; alone: Judged['prediction']; heard: Judged['prediction'] }[] = []
  for (let first = 0; first < pictures.length; first += PAGE_COUNT) {
    const part = pictures.slice(first, first + PAGE_COUNT)
    const page = await launched.browser.newPage()
    await page.setViewport({ width: 1400, height: 2600 })
    const url = shop.page(part.map(one => ({ file: one.file, ...nameOf(one) })))
    await page.goto(url)
    await page.bringToFront()
    const [report] = await eventually(
      () => readReports(own, url),
      ([frame]) =>
        frame?.pictures.length === part.length && frame.pictures.every(({ outcome }) => outcome.state === 'answered'),
    )
    for (const { url, outcome } of report?.pictures ?? []) {
      const truth = part[Number(url.split('/').at(-1))]?.truth
      if (!truth || outcome.state !== 'answered' || !isAnswered(outcome.answer)) continue
      const [alone, heard] = [false, true].map(pageWords => predictionOf(outcome.answer as never, { pageWords }))
      if (alone && heard) judged.push({ truth, alone, heard })
    }
    await page.close()
  }
  return judged
}

function print(title: string, judged: Judged[]): void {
  const { coverage, badgesRight, falseBadges } = figuresOf(judged)
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7)
  console.log(
    `${title.padEnd(24)} ${judged.length} pictures   coverage ${percent(coverage)}   badges right ${percent(badgesRight)}   false badges ${percent(falseBadges)}`,
  )
}

await runCommand(main)
