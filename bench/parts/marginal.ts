import { basename } from 'node:path'
import { benchDist } from '../../scripts/paths.ts'
import type { Figure } from '../figure.ts'
import { type Contender, openPlain } from '../marginal/contender.ts'
import { measureVisit, type Visit } from '../marginal/measure-visit.ts'
import { openOurs } from '../marginal/open-ours.ts'
import { openPeer } from '../marginal/open-peer.ts'
import { openPhotoShop, type PhotoShop } from '../marginal/photo-shop.ts'
import { photographs } from '../marginal/photographs.ts'
import { median } from '../median.ts'
import type { Part } from '../report/part.ts'

const COUNT = 100
/** By default; an odd number has a median that was measured. */
const ROUNDS = 5
const STAGE_ROUNDS = 25
const BAR_MS = 9
/** Pictures a second. */
const RATE_BAR = 200
const BYTES_PER_KB = 1000
const PLAIN = 'no extension'
const OURS = 'ours'
const PEER = 'LiteRT int8'

export interface MarginalOptions {
  /** Folder of JPEGs to use instead of drawn ones. */
  pictures?: string | undefined
  /** Folder of another build for benchmarks, measured in the same rounds. */
  against?: string | undefined
  /** Number of rounds. */
  rounds?: string | undefined
}

/** Measures what a picture on a page costs all processes of the browser, by processor time. Linux only. */
export async function measureMarginal({ pictures, against, rounds = String(ROUNDS) }: MarginalOptions): Promise<Part> {
  const files = await photographs(pictures)
  const shop = await openPhotoShop(files)
  const contenders = new Map<string, Contender>()
  try {
    contenders.set(OURS, await openOurs(shop, benchDist))
    if (against) contenders.set(basename(against), await openOurs(shop, against))
    contenders.set(PEER, await openPeer(shop))
    contenders.set(PLAIN, await openPlain())
    const visits = await measureInTurns(contenders, shop, Number(rounds))
    return partOf(visits, await stagesOf(contenders.get(OURS), shop), Math.round((files[0]?.length ?? 0) / 1000))
  } finally {
    for (const { browser } of contenders.values()) await browser.close()
    shop.close()
  }
}

/** In turns, so that a slow minute affects all alike. The first round is a warm-up. */
async function measureInTurns(
  contenders: Map<string, Contender>,
  shop: PhotoShop,
  rounds: number,
): Promise<Map<string, Visit[]>> {
  const visits = new Map([...contenders.keys()].map(name => [name, [] as Visit[]]))
  for (let round = -1; round < rounds; round++) {
    let longestMs = 0
    for (const [name, contender] of contenders) {
      const visit = await measureVisit(contender, shop, COUNT, longestMs)
      longestMs = Math.max(longestMs, visit.milliseconds)
      if (round >= 0) visits.get(name)?.push(visit)
    }
  }
  return visits
}

/** Median milliseconds of each stage of our host, one picture at a time. */
async function stagesOf(ours: Contender | undefined, shop: PhotoShop): Promise<[string, number][]> {
  const times = new Map<string, number[]>()
  for (let round = 0; round < STAGE_ROUNDS; round++) {
    const url = shop.picture(shop.fresh(1))
    await ours?.warm([url])
    for (const [stage, time] of Object.entries((await ours?.stagesOf?.(url)) ?? {}))
      times.set(stage, [...(times.get(stage) ?? []), time])
  }
  return [...times].map(([stage, all]) => [stage, median(all)])
}

function partOf(visits: Map<string, Visit[]>, stages: [string, number][], kilobytes: number): Part {
  const names = [...visits.keys()]
  const parts = [...new Set([...visits.values()].flat().flatMap(({ parts }) => [...parts.keys()]))].sort()
  const costOf = (name: string, part?: string) => median(costsOf(visits.get(name) ?? [], part))
  const marginal = (name: string) => costOf(name) - costOf(PLAIN)
  const rateOf = (name: string) => median((visits.get(name) ?? []).map(perSecond))
  const firstOf = (name: string) => median((visits.get(name) ?? []).map(({ answers }) => answers[0] ?? Number.NaN))
  const writtenOf = (name: string) =>
    median((visits.get(name) ?? []).map(({ written }) => written / COUNT / BYTES_PER_KB))
  const others = names.filter(name => name !== PLAIN)
  const row = (what: string, value: (name: string) => number, digits: number) => [
    what,
    ...names.map(name => (Number.isNaN(value(name)) ? '–' : value(name).toFixed(digits))),
  ]
  return {
    title: 'What a picture costs the whole browser',
    notes: [
      `A page of ${COUNT} JPEGs of 1000 × 1000 px and ${kilobytes} kB, which the HTTP cache holds for the page and for the extension.`,
      'The times are processor time of all processes of the browser, until every picture has an answer and a tag, divided by the',
      `pictures; median of ${visits.get(OURS)?.length} rounds in turns. The peer is the extension in \`bench/peers/page\`: \`fetch\`,`,
      '`createImageBitmap`, LiteRT.js; it stores nothing. On a busy machine all times grow, because its processors share their caches.',
    ],
    tables: [
      {
        title: 'Processor time a picture, ms, and what it achieves',
        head: ['', ...names],
        rows: [
          ...parts.map(part => row(part, name => costOf(name, part), 2)),
          row('all', name => costOf(name), 1),
          row('**beyond the page without an extension**', name => (name === PLAIN ? Number.NaN : marginal(name)), 1),
          row('answers a second', name => rateOf(name), 0),
          row('from opening the page to the first answer, ms', name => firstOf(name), 0),
          row('written to files a picture, kB', name => writtenOf(name), 1),
        ],
      },
      {
        title: 'Stages of ours, one at a time, ms',
        head: ['', 'median'],
        rows: stages.map(([s, t]) => [s, t.toFixed(2)]),
      },
    ],
    figures: figuresOf(marginal, rateOf),
    samples: Object.fromEntries(
      others.flatMap(name => [
        [`${name}, processor time of a visit`, costsOf(visits.get(name) ?? []).map(cost => cost * COUNT)],
        [`${name}, answers a second`, (visits.get(name) ?? []).map(perSecond)],
      ]),
    ),
  }
}

function figuresOf(marginal: (name: string) => number, rateOf: (name: string) => number): Figure[] {
  return [
    {
      what: 'processor time a picture, all processes',
      seen: `${marginal(OURS).toFixed(1)} ms, ${(marginal(OURS) / marginal(PEER)).toFixed(2)} × the peer's`,
      bar: `≤ ${BAR_MS} ms`,
      isMet: marginal(OURS) <= BAR_MS,
    },
    {
      what: `throughput on a page of ${COUNT} photographs`,
      seen: `${rateOf(OURS).toFixed(0)} a second; the peer ${rateOf(PEER).toFixed(0)}`,
      bar: `≥ ${RATE_BAR} a second`,
      isMet: rateOf(OURS) >= RATE_BAR,
    },
  ]
}

/** Milliseconds a picture in each visit. @param part all if left out */
function costsOf(visits: Visit[], part?: string): number[] {
  const all = ({ parts }: Visit) => [...parts.values()].reduce((sum, time) => sum + time, 0)
  return visits.map(visit => (part === undefined ? all(visit) : (visit.parts.get(part) ?? 0)) / COUNT)
}

/** Answers a second from the first to the last. */
function perSecond({ answers }: Visit): number {
  return (1000 * (answers.length - 1)) / ((answers.at(-1) ?? Number.NaN) - (answers[0] ?? Number.NaN))
}
