import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Card } from '../../src/network/card.ts'
import { asJson } from '../evaluation/as-json.ts'
import type { Estimates, Measurement } from '../evaluation/record.ts'
import type { OutfitFigures } from '../outfits/outfit-figures.ts'
import { DETECTOR } from '../outfits/shipped-detector.ts'
import { Refusal } from '../refusal.ts'

/** `results/data.json`: the number of photographs by source, split and class. */
export type Counts = Record<string, Record<string, Record<string, number>>>

/** `results/storage.json`: one network with its weights stored in several formats. */
export interface Storage {
  /** The split on which the figures were measured. */
  split: string
  rows: {
    name: string
    /** Size of the weights' file. */
    bytes: number
    closedTop1: number | null
    top1: number | null
    auroc: number | null
    falseBadgeRate: number | null
    /** Median time of the network per picture, on WASM. */
    milliseconds: number
  }[]
}

/** `training.json`: facts that cannot be measured on the network. Written by hand. */
export interface Training {
  machine: string
  /** Assumed power of that machine during training. */
  watts: number
  /** Wall-clock time of each run, and its share of the shipped blend, 0..1; 0 if the blend does not contain it. */
  runs: { name: string; hours: number; share: number }[]
}

/** `results/val.json` of the detector of garments. */
interface OutfitResults extends OutfitFigures {
  /** Name of the detector. */
  network: string
  /** Mean distance of the confidence from the share of garments that are there, 0..1. */
  calibrationError: number
  /** Median times per picture, on WASM, in one run. */
  milliseconds: number
  detectorMilliseconds: number
  classifierMilliseconds: number
  /** Size of the detector's files. */
  bytes: number
}

/** All inputs of the model card. */
export interface Results {
  /** The card's text, with a `{{placeholder}}` for each measured value. */
  template: string
  /** Name of the network, from `card.json`. */
  network: string
  /** Size of the weights' file. */
  bytes: number
  val: Measurement
  test: Measurement
  data: Counts
  training: Training
  outfits: OutfitResults
  /** Undefined if nobody measured it. */
  storage: Storage | undefined
}

/**
 * Reads the results from a network's folder.
 * @throws Error if a file other than `results/storage.json` is missing
 * @throws Refusal if the results come from another network or another calibration
 */
export async function readResults(folder: string): Promise<Results> {
  const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(folder, name), 'utf8'))
  const card = await read<Card>('card.json')
  const measured = async (split: string) => {
    const measurement = await read<Measurement>(`results/${split}.json`)
    if (!isOf(card, measurement))
      throw new Refusal(
        `results/${split}.json was not measured with ${card.name} as it ships: npm run evaluate -- DIR --record ${split}`,
      )
    return measurement
  }
  return {
    template: await readFile(join(folder, 'README.template.md'), 'utf8'),
    network: card.name,
    bytes: (await stat(join(folder, 'weights.bin'))).size,
    val: await measured('val'),
    test: await measured('test'),
    data: await read('results/data.json'),
    training: await read('training.json'),
    outfits: await readOutfits(),
    storage: await read<Storage>('results/storage.json').catch(error => {
      if (error.code === 'ENOENT') return undefined
      throw error
    }),
  }
}

async function readOutfits(): Promise<OutfitResults> {
  const read = async (name: string) => JSON.parse(await readFile(join(DETECTOR, name), 'utf8'))
  const [{ name }, measured] = [await read('card.json'), await read('results/val.json')]
  if (name !== measured.network)
    throw new Refusal(
      `models/outfits/results/val.json was not measured with ${name}: npm run evaluate:outfits -- DIR --record val`,
    )
  const files = ['card.json', 'model.json', 'ranges.json', 'weights.bin']
  const sizes = await Promise.all(files.map(async file => (await stat(join(DETECTOR, file))).size))
  return { ...measured, bytes: sizes.reduce((a, b) => a + b) }
}

/** Whether a measurement matches a card's network and calibration, which can change while the weights stay the same. */
function isOf({ name, calibration }: Card, measurement: Measurement): boolean {
  return name === measurement.network && asJson(calibration) === asJson(measurement.calibration)
}

/** Sources of val that share no shop and no set of icons with the previous network's training data: the fairest figures. */
const NEW_SOURCES = ['shops2', 'drawn', 'webshops']

/**
 * The sets of the card's first table, those closest to the extension's use first.
 * @throws Error if val was measured without its sources
 */
export function headlineSets({ val, test }: Pick<Results, 'val' | 'test'>): [name: string, estimates: Estimates][] {
  const sources = NEW_SOURCES.map(name => [name, sourceOf(val, name)] as [string, Estimates])
  return [...sources, ['val', val.all], ['test', test.all]]
}

/**
 * The sets of pictures that the card compares.
 * @throws Error if val was measured without its sources
 */
export function measuredSets({ val, test }: Pick<Results, 'val' | 'test'>): [name: string, estimates: Estimates][] {
  return [
    ['shops2', sourceOf(val, 'shops2')],
    ['val', val.all],
    ['test', test.all],
  ]
}

function sourceOf({ sources }: Measurement, name: string): Estimates {
  const source = sources[name]
  if (!source) throw new Error(`results/val.json has no source ${name}`)
  return source
}
