import { wilsonInterval } from '../evaluation/intervals.ts'
import type { Reliability } from '../evaluation/reliability.ts'
import { type Panel, plot, type Scale } from './plot.ts'
import type { Results } from './results.ts'
import { element } from './svg.ts'

/** Bins with fewer answers are too uncertain to draw. */
const FEWEST = 5

/** Plots how often answers of each confidence are right. Well-calibrated confidences lie on the diagonal. */
export function reliabilityPlot({ val, test }: Pick<Results, 'val' | 'test'>): string {
  return plot(
    'Reliability diagram',
    'Two panels, one for val and one for test, plot the share of right answers against the confidence of the most probable ' +
      `of the eleven classes. There are 15 bins; those with fewer than ${FEWEST} answers are left out. ` +
      'The area of a dot grows with the number of answers in its bin. Its whisker is a 95 % interval.',
    [panel('val', val.reliability), panel('test', test.reliability)],
  )
}

function panel(split: string, reliability: Reliability): Panel {
  return {
    title: split,
    x: { label: 'confidence', from: 0, to: 1 },
    y: { label: 'right answers', from: 0, to: 1 },
    draw: (x, y) => [
      element('line', { class: 'guide', x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
      ...reliability.n.flatMap((_, bin) => drawBin(reliability, bin, x, y)),
    ],
  }
}

function drawBin({ n, confidence, accuracy }: Reliability, bin: number, x: Scale, y: Scale): string[] {
  const [size, sure, right] = [n[bin] ?? 0, confidence[bin] ?? null, accuracy[bin] ?? null]
  if (sure === null || right === null || size < FEWEST) return []
  const [low, high] = wilsonInterval(right, size)
  const share = size / n.reduce((a, b) => a + b, 0)
  return [
    element('line', { class: 'whisker s0', x1: x(sure), x2: x(sure), y1: y(low), y2: y(high) }),
    element('circle', { class: 'dot s0', cx: x(sure), cy: y(right), r: Math.sqrt(9 + 60 * share) }),
  ]
}
