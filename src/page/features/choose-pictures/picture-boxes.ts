import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import { type Box, isEmpty } from '../../core/dom/box.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { picturesInPage } from '../../core/find/image-by-url.ts'
import type { Picture } from '../../core/find/picture.ts'
import { cutOffFixedLayers } from '../../core/overlay/occlusion/elements-above.ts'
import type { OverlayItem } from '../../core/overlay/overlay.ts'
import type { Anchor } from '../../core/overlay/placement.ts'
import type { PageCore } from '../../core/page-core.ts'
import { focusSoon } from '../../core/teaching/focus-soon.ts'

/** How often the page is searched for pictures that are new. */
const SEARCH_MS = 1000

/** A picture with its box. */
interface PictureBox extends OverlayItem {
  picture: Picture
  box: HTMLElement
}

/** The boxes by which the user chooses pictures. */
export interface PictureBoxes {
  /** The pictures whose box is ticked. */
  chosen(): Picture[]
  /** Whether the page has any picture to choose. */
  isEmpty(): boolean
  /** Moves the focus to the first box on screen. */
  focus(): void
  /** Removes all boxes. */
  remove(): void
}

/**
 * Lays a box over each picture of the page, also over those that come later. A click or Space ticks it.
 * @param changed called when the choice has changed
 */
export function createPictureBoxes(
  { pictures, overlay }: Pick<PageCore, 'pictures' | 'overlay'>,
  changed: () => void,
  signal: AbortSignal,
): PictureBoxes {
  const boxes = new Map<Element, PictureBox>()

  function search(): void {
    const watched = pictures.all().flatMap(([, found]) => ('key' in found ? [found] : []))
    for (const picture of watched.length > 0 ? watched : picturesInPage()) {
      const known = boxes.get(picture.element)
      if (known?.picture.key === picture.key) continue
      known?.remove()
      boxes.set(picture.element, put(picture))
      if (known) changed()
    }
  }

  function put(picture: Picture): PictureBox {
    const { element } = picture
    const box = createElement('button', 'pick')
    box.type = 'button'
    box.setAttribute('role', 'checkbox')
    box.setAttribute('aria-checked', 'false')
    box.setAttribute(
      'aria-label',
      element.getAttribute('alt')?.trim() || text('choose_picture', String(boxes.size + 1)),
    )
    box.addEventListener('click', ({ isTrusted }) => {
      if (!isTrusted) return
      box.setAttribute('aria-checked', String(box.getAttribute('aria-checked') === 'false'))
      changed()
    })
    box.addEventListener('focus', () => {
      if (box.matches(':focus-visible')) element.scrollIntoView({ block: 'nearest' })
    })
    const onGone = () => {
      boxes.delete(element)
      changed()
    }
    return { picture, box, ...overlay.place(element, box, { anchor: overPicture, onGone }) }
  }

  function remove(): void {
    for (const { remove } of boxes.values()) remove()
    boxes.clear()
    clearInterval(timer)
  }

  const timer = setInterval(search, SEARCH_MS)
  search()
  onAbort(signal, remove)
  return {
    chosen: () =>
      [...boxes.values()]
        .filter(({ box }) => box.getAttribute('aria-checked') === 'true')
        .map(({ picture }) => picture),
    isEmpty: () => boxes.size === 0,
    focus: () => {
      const isOnScreen = ({ picture }: PictureBox) => {
        const { top, bottom } = picture.element.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      }
      focusSoon([...boxes.values()].find(isOnScreen)?.box)
    },
    remove,
  }
}

/** On the visible part of the picture. */
const overPicture: Anchor = ({ element, visible }) => {
  const box: Box = cutOffFixedLayers(element, visible)
  if (isEmpty(box)) return undefined
  const { left, top, right, bottom } = box
  return { x: left, y: top, css: `width: ${right - left}px; height: ${bottom - top}px` }
}
