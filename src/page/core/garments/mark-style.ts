import type { Box } from '../dom/box.ts'
import type { MarkPlace } from './layout/lay-out-marks.ts'
/** The places of a mark and its label as variables, so that the overlay writes all style at once. */
export function styleOf({ mark, label }: MarkPlace, index: number, { left, top }: Box): string {
  const px = (value: number) => `${Math.round(value)}px`
  const at = (name: string, box: Box) => `;--${name}-left:${px(box.left - left)};--${name}-top:${px(box.top - top)}`
  const size = ({ left, top, right, bottom }: Box) =>
    `;--mark-${index}-width:${px(right - left)};--mark-${index}-height:${px(bottom - top)}`
  return [
    mark ? at(`mark-${index}`, mark) + size(mark) : `;--mark-${index}-display:none`,
    label ? at(`label-${index}`, label) : `;--label-${index}-visibility:hidden`,
  ].join('')
}
