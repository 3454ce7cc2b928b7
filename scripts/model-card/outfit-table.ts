import { garments } from '../../src/apparel/classes.ts'
import type { OutfitFigures } from '../outfits/outfit-figures.ts'
import { decimals, percent, table } from './markdown.ts'

/** A table of the detector's figures for each class. */
export function outfitTable({ perClass }: OutfitFigures): string {
  const rows = garments.map(name => {
    const { boxes, ap50, precision, recall } = perClass[name]
    return [name, String(boxes), decimals(ap50), percent(precision), percent(recall)]
  })
  return table(['class', 'boxes', 'AP50', 'precision', 'recall'], rows)
}
