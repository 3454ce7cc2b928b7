import { resolve } from 'node:path'
import { NONE } from '../../src/apparel/classes.ts'
import { isWorthSearching } from '../../src/garments/worth-searching.ts'
import { AMBIGUOUS, listPictures } from '../evaluation/pictures.ts'
import { MODEL, openShippedNetwork } from '../evaluation/shipped-network.ts'
import { readManifest } from '../evaluation/sources.ts'
import { mean } from '../evaluation/statistics.ts'
import { openInputReader } from '../network-input.ts'
import type { Outfit } from './read-boxes.ts'

/** Of which pictures the classifier says that a search for several garments is worth its time, 0..1. Null without pictures. */
export interface WorthFigures {
  /** Of photographs with two or more of the ten. */
  several: number | null
  /** Of pictures of single products. */
  single: number | null
}

/** Training pictures are small files, so their size must not count. */
const LARGE = { width: 1000, height: 1000 }

/** @param singles folder of `<class>/` with pictures of one garment each; undefined if there is none */
export async function judgeWorth(outfits: Outfit[], singles: string | undefined): Promise<WorthFigures> {
  const { card, outputsOf } = await openShippedNetwork(MODEL)
  const inputOf = await openInputReader(card.inputSize)
  const shareOf = async (files: string[]) => {
    const worth: boolean[] = []
    for (const file of files) {
      const input = await inputOf(file).catch(() => null)
      if (input && card.kinds) worth.push(isWorthSearching((await outputsOf(input)).kinds, card.kinds, LARGE))
    }
    return mean(worth)
  }
  const several = outfits.filter(({ boxes }) => new Set(boxes.map(({ label }) => label).filter(isOfTen)).size > 1)
  return {
    several: await shareOf(several.map(({ file }) => file)),
    single: singles === undefined ? null : await shareOf(await productsIn(singles)),
  }

  function isOfTen(label: string): boolean {
    return card.classes.indexOf(label) >= 0 && card.classes.indexOf(label) < NONE
  }
}

/** Pictures of single garments, without those that the manifest says to be worn or drawn. */
async function productsIn(folder: string): Promise<string[]> {
  const { pictures } = await listPictures(folder)
  const manifest = await readManifest(folder)
  const isProduct = (file: string) => {
    const { shot = '', source = '' } = manifest.get(resolve(file)) ?? {}
    // The cut-outs of street photographs show people.
    return (shot === 'product' || shot === '') && source !== 'ccp_crops'
  }
  const garments = pictures.filter(({ truth }) => truth !== 'none' && truth !== AMBIGUOUS)
  return garments.map(({ file }) => file).filter(isProduct)
}
