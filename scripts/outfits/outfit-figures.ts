import { type Garment, garments } from '../../src/apparel/classes.ts'
import type { FoundGarment } from '../../src/garments/found-garment.ts'
import { mean } from '../evaluation/statistics.ts'
import { averagePrecision } from './average-precision.ts'
import { matchBoxes } from './match-boxes.ts'
import type { LabelledBox } from './read-boxes.ts'

/** A photograph's boxes and all garments that were found in it, however low their scores. */
export interface JudgedOutfit {
  boxes: LabelledBox[]
  found: FoundGarment[]
}

/** How often a garment that is said to be in a picture is there, and how often one that is there is said. Null if neither. */
interface Presence {
  precision: number | null
  recall: number | null
}

interface ClassFigures extends Presence {
  boxes: number
  /** Average precision at an intersection over union of 0.5; null without boxes. */
  ap50: number | null
}

/** The figures of `npm run evaluate:outfits`, 0..1. */
export interface OutfitFigures {
  /** Number of pictures. */
  n: number
  presence: Presence
  /** Mean of `ap50` over the classes with enough boxes. */
  mAP50: number | null
  perClass: Record<Garment, ClassFigures>
  /** Garments that are shown per picture. */
  shownPerPicture: number
}

/** Classes with fewer boxes say too little to count in mAP50. */
const LEAST_BOXES = 20

/** @param threshold least score of a garment that is shown; average precision counts all that were found */
export function figuresOf(outfits: JudgedOutfit[], threshold: number): OutfitFigures {
  const judged = outfits.map(({ boxes, found }) => ({ boxes, found, matched: matchBoxes(found, boxes) }))
  const isShown = ({ score }: FoundGarment) => score >= threshold
  const counts = garments.map(name => {
    const boxes = judged.flatMap(one => one.boxes).filter(({ label }) => label === name).length
    const matched = judged.flatMap(one => one.matched).filter(({ garment }) => garment === name)
    const there = judged.map(one => one.boxes.some(({ label }) => label === name))
    const said = judged.map(one => one.matched.some(found => found.garment === name && isShown(found)))
    return { name, boxes, ap50: averagePrecision(matched, boxes), ...presenceCounts(there, said) }
  })
  const perClass = Object.fromEntries(
    counts.map(({ name, boxes, ap50, ...presence }) => [name, { boxes, ap50, ...presenceOf([presence]) }]),
  )
  const measured = counts.filter(({ boxes }) => boxes >= LEAST_BOXES)
  return {
    n: outfits.length,
    presence: presenceOf(counts),
    mAP50: mean(measured.map(({ ap50 }) => ap50 ?? 0)),
    perClass: perClass as Record<Garment, ClassFigures>,
    shownPerPicture: outfits.flatMap(({ found }) => found.filter(isShown)).length / outfits.length,
  }
}

interface PresenceCounts {
  there: number
  said: number
  right: number
}

function presenceCounts(there: boolean[], said: boolean[]): PresenceCounts {
  const count = (values: boolean[]) => values.filter(Boolean).length
  return { there: count(there), said: count(said), right: count(there.map((is, i) => is && said[i] === true)) }
}

function presenceOf(counts: PresenceCounts[]): Presence {
  const sum = (key: keyof PresenceCounts) => counts.reduce((total, one) => total + one[key], 0)
  const [there, said, right] = [sum('there'), sum('said'), sum('right')]
  return { precision: said ? right / said : null, recall: there ? right / there : null }
}
