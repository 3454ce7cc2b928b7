import { element, escaped } from './svg.ts'

/** The background and the text change colour together, so a drawing is readable on any page. */
const STYLE = `
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.title { font-weight: 600; font-size: 13px }
.ground { fill: #ffffff }
.grid { stroke: #d1d9e0 }
.cell { fill: #0969da }
.frame { stroke: #59636e; fill: none }
.guide { stroke: #59636e; stroke-dasharray: 3 4 }
.line { fill: none; stroke-width: 2 }
.s0 { stroke: #0969da } .dot.s0 { fill: #0969da }
.s1 { stroke: #bc4c00; stroke-dasharray: 7 3 } .dot.s1 { fill: #bc4c00 }
.s2 { stroke: #8250df; stroke-dasharray: 2 3 } .dot.s2 { fill: #8250df }
.dot, .whisker { stroke-dasharray: none }
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc }
.ground { fill: #0d1117 }
.grid { stroke: #30363d }
.cell { fill: #58a6ff }
.frame, .guide { stroke: #9198a1 }
.s0 { stroke: #58a6ff } .dot.s0 { fill: #58a6ff }
.s1 { stroke: #f0883e } .dot.s1 { fill: #f0883e }
.s2 { stroke: #bc8cff } .dot.s2 { fill: #bc8cff }
}
`

/**
 * Creates an SVG file in the card's colours.
 * @param title names the drawing; screen readers read it out
 * @param description says what the drawing shows; screen readers read it out
 * @param width in pixels, like `height`
 */
export function drawing(title: string, description: string, width: number, height: number, parts: string[]): string {
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': 'title desc',
    },
    `\n${element('title', { id: 'title' }, escaped(title))}`,
    `\n${element('desc', { id: 'desc' }, escaped(description))}`,
    `\n${element('style', {}, STYLE)}`,
    `\n${element('rect', { class: 'ground', width, height, rx: 6 })}`,
    ...parts.map(part => `\n${part}`),
  )
  return `${svg}\n`
}
