import type { Estimates } from '../evaluation/record.ts'
import { type Panel, plot, type Scale } from './plot.ts'
import { measuredSets, type Results } from './results.ts'
import { element } from './svg.ts'

/** The plot starts here, because nobody wants badges on fewer than half of the garments. */
const LEAST_COVERAGE = 0.5

type Errors = 'badgeAccuracy' | 'falseBadgeRate'

/** Plots the effect of a stricter or laxer threshold. A dot marks the shipped thresholds. */
export function curvesPlot(results: Results): string {
  const sets = measuredSets(results)
  return plot(
    'Badges at other thresholds',
    'Two panels plot errors against coverage, the share of garment pictures that get a badge, while one threshold for all ' +
      'garments runs from 0 to 1. The first shows the share of badges on garment pictures that are right. ' +
      'The second shows the share of pictures without a garment that get a badge. ' +
      `There is one line each for ${sets.map(([name]) => name).join(', ')}. A dot marks the thresholds that ship.`,
    [
      panel('Right badges on garment pictures', 'badgeAccuracy', sets),
      panel('False badges on none pictures', 'falseBadgeRate', sets),
    ],
    sets.map(([name]) => name),
  )
}

function panel(title: string, errors: Errors, sets: [string, Estimates][]): Panel {
  const shown = sets.flatMap(([, set]) => [...pointsOf(set, errors).map(([, y]) => y), set[errors]?.value ?? []]).flat()
  const from = Math.floor(Math.min(...shown) * 50) / 50
  const to = Math.ceil(Math.max(...shown) * 50) / 50
  return {
    title,
    x: { label: 'coverage', from: LEAST_COVERAGE, to: 1 },
    y: { label: errors === 'badgeAccuracy' ? 'right' : 'badged', from, to },
    draw: (x, y) => sets.flatMap(([, set], i) => drawSet(set, errors, `s${i}`, x, y)),
  }
}

function drawSet(set: Estimates, errors: Errors, series: string, x: Scale, y: Scale): string[] {
  const points = pointsOf(set, errors).map(([coverage, share]) => `${x(coverage).toFixed(1)},${y(share).toFixed(1)}`)
  const line = element('polyline', { class: `line ${series}`, points: points.join(' ') })
  const [coverage, share] = [set.coverage?.value, set[errors]?.value]
  if (coverage === undefined || share === undefined) return [line]
  return [line, element('circle', { class: `dot ${series}`, cx: x(coverage), cy: y(share), r: 4 })]
}

/** The curve's points with at least the minimum coverage, without duplicates. */
function pointsOf({ curve }: Estimates, errors: Errors): [coverage: number, share: number][] {
  const points = curve.coverage.map((coverage, i) => [coverage ?? 0, curve[errors][i] ?? null] as const)
  return points.flatMap(([coverage, share], i) => {
    const before = points[i - 1]
    const isNew = coverage !== before?.[0] || share !== before[1]
    return coverage >= LEAST_COVERAGE && share !== null && isNew ? [[coverage, share] as [number, number]] : []
  })
}
