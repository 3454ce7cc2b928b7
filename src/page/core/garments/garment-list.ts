import type { NamedGarment } from '../../../garments/picture-garments.ts'
import { garmentName } from '../../../i18n/garment-name.ts'
import { percent } from '../../../i18n/percent.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../dom/create-element.ts'

/** A list of garments in a card. */
export interface GarmentList {
  element: HTMLElement
  /** Marks one garment as the one that is pointed at; undefined for none. */
  point(index: number | undefined): void
  /** Moves the focus to the garment `by` steps further, or to the first or the last if none has it. */
  step(by: 1 | -1): void
  /** Moves the focus to the first or the last garment. */
  goTo(end: 'first' | 'last'): void
}

/**
 * Lists garments. Each can be pointed at and focused, to find it in the picture; screen readers hear a list of their names.
 * @param pointed called with the place of the garment that is pointed at or focused; undefined for none
 */
export function createGarmentList(
  garments: readonly NamedGarment[],
  pointed: (index: number | undefined) => void,
): GarmentList {
  const list = createElement('ul', 'worn')
  // Some browsers take the role from a list without bullets.
  list.setAttribute('role', 'list')
  list.setAttribute('aria-label', text('worn_title'))
  const rows = garments.map((garment, i) => {
    const row = createElement('button')
    row.type = 'button'
    row.append(createElement('b', '', garmentName(garment)), createElement('span', '', percent(garment.score)))
    for (const type of ['focus', 'pointerenter', 'click']) row.addEventListener(type, () => pointed(i))
    for (const type of ['blur', 'pointerleave']) row.addEventListener(type, () => pointed(focused()))
    const item = createElement('li')
    item.setAttribute('role', 'listitem')
    item.append(row)
    list.append(item)
    return row
  })

  function focused(): number | undefined {
    const index = rows.findIndex(row => row.matches(':focus'))
    return index < 0 ? undefined : index
  }

  const focus = (index: number) => rows.at(index)?.focus({ preventScroll: true })
  return {
    element: list,
    point: index => {
      for (const [i, row] of rows.entries()) row.toggleAttribute('data-on', i === index)
    },
    step: by => {
      const index = focused()
      focus(index === undefined ? (by > 0 ? 0 : -1) : (index + by + rows.length) % rows.length)
    },
    goTo: end => focus(end === 'first' ? 0 : -1),
  }
}
