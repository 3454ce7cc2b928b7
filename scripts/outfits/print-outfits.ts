import { garments } from '../../src/apparel/classes.ts'
import type { OutfitTimes } from './judge-outfits.ts'
import type { WorthFigures } from './judge-worth.ts'
import type { OutfitFigures } from './outfit-figures.ts'

/** Formats the figures as a table of the classes and a list of headlines. Times are in milliseconds. */
export function outfitsAsText(
  { n, presence, mAP50, perClass, shownPerPicture, calibrationError }: OutfitFigures & { calibrationError: number },
  { milliseconds, detectorMilliseconds, classifierMilliseconds }: OutfitTimes,
  { several, single }: WorthFigures,
): string {
  const header = row('', 'boxes', 'AP50', 'precision', 'recall')
  const rows = garments.map(name => {
    const { boxes, ap50, precision, recall } = perClass[name]
    return row(name, String(boxes), number(ap50), number(precision), number(recall))
  })
  const ratio = (ms: number) => (ms / classifierMilliseconds).toFixed(1)
  return [
    header,
    ...rows,
    '',
    `${n} pictures, ${shownPerPicture.toFixed(1)} garments shown in each`,
    `presence: precision ${number(presence.precision)}, recall ${number(presence.recall)}`,
    `confidence of those shown: ${number(calibrationError)} from the share that is there`,
    `mAP50 over the classes with 20 boxes or more: ${number(mAP50)}`,
    `${milliseconds.toFixed(1)} ms a picture, median, on WebAssembly, with the crops: ${ratio(milliseconds)} times the classifier's ${classifierMilliseconds.toFixed(1)}`,
    `worth searching: ${number(several)} of the photographs with several of the ten, ${number(single)} of single products`,
    `${detectorMilliseconds.toFixed(1)} ms without the crops: ${ratio(detectorMilliseconds)} times`,
  ].join('\n')
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(10) + cells.map(cell => cell.padStart(11)).join('')
}

function number(value: number | null): string {
  return value === null ? '–' : value.toFixed(3)
}
