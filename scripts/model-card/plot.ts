import { drawing } from './drawing.ts'
import { element, label } from './svg.ts'

/** An axis of shares. Both ends are within 0..1. */
export interface Axis {
  label: string
  from: number
  to: number
}

/** Converts a share to a coordinate on the drawing. */
export type Scale = (share: number) => number

/** A pair of axes and the content between them. */
export interface Panel {
  title: string
  x: Axis
  y: Axis
  draw(x: Scale, y: Scale): string[]
}

/** Sizes of a panel, of the margins for its labels and of the legend, in pixels. */
const WIDTH = 420
const HEIGHT = 330
const ROOM = { left: 62, right: 24, top: 34, bottom: 48 }
const LEGEND = 34

/**
 * Creates an SVG file of panels side by side.
 * @param legend names of the series, in the order of the CSS classes `s0`, `s1`, `s2`; empty for no legend
 */
export function plot(title: string, description: string, panels: Panel[], legend: string[] = []): string {
  const height = HEIGHT + (legend.length ? LEGEND : 0)
  return drawing(title, description, WIDTH * panels.length, height, [
    ...panels.map((panel, i) => element('g', { transform: `translate(${i * WIDTH} 0)` }, ...drawPanel(panel))),
    ...legend.map((name, i) => drawLegend(name, i, ROOM.left + i * 180)),
  ])
}

function drawPanel({ title, x, y, draw }: Panel): string[] {
  const [left, right, top, bottom] = [ROOM.left, WIDTH - ROOM.right, ROOM.top, HEIGHT - ROOM.bottom]
  const across: Scale = share => left + ((share - x.from) / (x.to - x.from)) * (right - left)
  const up: Scale = share => bottom - ((share - y.from) / (y.to - y.from)) * (bottom - top)
  const middle = (top + bottom) / 2
  return [
    label(left, 22, title, { class: 'title' }),
    ...ticks(x).flatMap(at => [
      element('line', { class: 'grid', x1: across(at), x2: across(at), y1: top, y2: bottom }),
      label(across(at), bottom + 18, asTick(at), { 'text-anchor': 'middle' }),
    ]),
    ...ticks(y).flatMap(at => [
      element('line', { class: 'grid', x1: left, x2: right, y1: up(at), y2: up(at) }),
      label(left - 8, up(at) + 4, asTick(at), { 'text-anchor': 'end' }),
    ]),
    element('rect', { class: 'frame', x: left, y: top, width: right - left, height: bottom - top }),
    label((left + right) / 2, bottom + 38, x.label, { 'text-anchor': 'middle' }),
    label(16, middle, y.label, { 'text-anchor': 'middle', transform: `rotate(-90 16 ${middle})` }),
    ...draw(across, up).map(mark => `\n${mark}`),
  ]
}

function drawLegend(name: string, i: number, x: number): string {
  const y = HEIGHT + LEGEND / 2 - 6
  const line = element('line', { class: `line s${i}`, x1: x, x2: x + 34, y1: y, y2: y })
  return line + element('circle', { class: `dot s${i}`, cx: x + 17, cy: y, r: 4 }) + label(x + 42, y + 4, name)
}

/** Round shares along an axis, as many as fit side by side. */
export function ticks({ from, to }: Axis): number[] {
  const step = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2].find(size => (to - from) / size < 6.5) ?? 0.25
  const first = Math.ceil(from / step - 1e-9)
  const count = Math.floor(to / step + 1e-9) - first + 1
  return Array.from({ length: count }, (_, i) => (first + i) * step)
}

function asTick(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`
}
