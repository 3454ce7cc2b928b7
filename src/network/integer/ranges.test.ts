import { expect, it } from 'vitest'
import type { Layer } from './graph.ts'
import { RELU6 } from './quantise.ts'
import { type MeasuredRanges, scalesOf } from './ranges.ts'

function layer(name: string, input: string, rest: Partial<Layer>): Layer {
  const sizes = { stride: 1, inputSide: 4, side: 4, depth: 2, channels: 2 }
  return { kind: 'point', name, input, weights: name, isRelu6: true, ...sizes, ...rest }
}

const layers = [
  layer('stem', 'picture', { kind: 'first' }),
  layer('depthwise', 'stem', { kind: 'depthwise' }),
  layer('project', 'depthwise', { isRelu6: false }),
  layer('expand', 'project', {}),
  layer('add', 'expand', { isRelu6: false, residual: 'project' }),
]
const ranges: MeasuredRanges = {
  network: 'test',
  golden: [],
  shorts: [],
  most: { depthwise: [6, 0], project: [10, 2], add: [20, 1] },
  least: { project: [-10, -0.5], add: [-5, -40] },
}

it('gives bytes over the measured range to outputs that 1×1 convolutions read', () => {
  const scales = scalesOf(layers, ranges)
  expect(scales.get('stem')).toEqual({ shorts: RELU6 })
  expect(scales.get('depthwise')?.bytes?.units[0]).toBeCloseTo(6 / 127, 6)
  expect(scales.get('depthwise')?.shorts).toBeUndefined()
  for (const name of ['project', 'add']) {
    const { units, zeros } = scales.get(name)?.bytes ?? { units: [], zeros: [] }
    for (const [c, unit] of [...units].entries()) {
      const zero = zeros[c] ?? Number.NaN
      // Rounded to a byte at the least, and to what int16 can be multiplied by.
      expect(zero * unit).toBeLessThanOrEqual((ranges.least[name]?.[c] ?? Number.NaN) + unit / 2)
      expect((zero + 127) * unit).toBeGreaterThanOrEqual((ranges.most[name]?.[c] ?? Number.NaN) - unit / 2)
      expect(unit).toBeLessThan((1.02 * ((ranges.most[name]?.[c] ?? 0) - (ranges.least[name]?.[c] ?? 0))) / 127)
    }
  }
})

it('gives outputs that are added one unit, with headroom', () => {
  const scales = scalesOf(layers, ranges)
  const [project, add] = [scales.get('project')?.shorts, scales.get('add')?.shorts]
  expect(project?.unit).toBe(add?.unit)
  expect((add?.unit ?? 0) * (add?.most ?? 0)).toBeCloseTo(120, 3)
})

it('gives int16 to layers for which bytes are too coarse', () => {
  const scales = scalesOf(layers, { ...ranges, shorts: ['project', 'expand'] })
  expect(scales.get('depthwise')).toEqual({ shorts: RELU6 })
  expect(scales.get('project')?.bytes).toBeUndefined()
  expect(scales.get('add')?.bytes).toBeDefined()
})

it('gives the mean of each channel in its own unit, if it was measured', () => {
  const { units, means } = scalesOf(layers, { ...ranges, mean: { depthwise: [3, 0] } }).get('depthwise')?.bytes ?? {}
  expect((means?.[0] ?? Number.NaN) * (units?.[0] ?? Number.NaN)).toBeCloseTo(3, 5)
  expect(means?.[1]).toBe(0)
  expect(scalesOf(layers, ranges).get('depthwise')?.bytes?.means).toBeUndefined()
})

it('handles a channel that was always 0', () => {
  expect(scalesOf(layers, ranges).get('depthwise')?.bytes?.units[1]).toBeGreaterThan(0)
})

it('names an output that was not measured', () => {
  const { depthwise: _, ...most } = ranges.most
  expect(() => scalesOf(layers, { ...ranges, most })).toThrow('depthwise was not measured')
})
