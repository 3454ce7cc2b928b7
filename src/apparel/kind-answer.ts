import type { ApparelClass } from './classes.ts'
import type { Kind } from './kinds.ts'
import { softmax } from './softmax.ts'

/** A network's second head: the finer labels, in the order of its logits. Shipped in `card.json`. */
export interface KindHead {
  names: string[]
  /** The class that each belongs to: one of the ten, or none. */
  classes: string[]
  calibration: KindCalibration
}

/** The calibration of the kinds, measured on the validation split. */
interface KindCalibration {
  /** Divisor of the logits before the softmax. Above 0. */
  temperature: number
  /** Minimum probability at which each kind is named. A kind without a threshold is never named. 0..1. */
  thresholds: Record<string, number>
  /** Weight of the kinds in the probabilities of the classes, see `poolHeads`. 0 or above; 0 if left out. */
  share?: number
}

/** The kind that goes with an answer of the eleven. */
export interface KindAnswer {
  kind: Kind
  /** Among all kinds, 0..1. */
  confidence: number
  /** Whether it reaches its threshold. */
  isSure: boolean
}

/**
 * The most probable kind under a class, or undefined if the class has none.
 * @param logits finite, in the order of `names`
 * @param className one of the ten, or none
 */
export function kindOf(
  logits: ArrayLike<number>,
  className: ApparelClass,
  { names, classes, calibration }: KindHead,
): KindAnswer | undefined {
  const probabilities = softmax(logits, names.length, calibration.temperature)
  let best: KindAnswer | undefined
  for (const [i, kind] of names.entries()) {
    const confidence = probabilities[i] ?? 0
    if (classes[i] !== className || confidence <= (best?.confidence ?? -1)) continue
    const isSure = confidence >= (calibration.thresholds[kind] ?? Number.POSITIVE_INFINITY)
    best = { kind: kind as Kind, confidence, isSure }
  }
  return best
}

/** The most probable of all kinds. @param logits finite, in the order of `names` */
export function topKind(logits: ArrayLike<number>, { names }: KindHead): Kind {
  const values = Array.from(logits)
  return names[values.indexOf(Math.max(...values))] as Kind
}
