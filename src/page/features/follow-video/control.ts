import type { NamedGarment } from '../../../garments/picture-garments.ts'
import { garmentName } from '../../../i18n/garment-name.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { cutOffFixedLayers } from '../../core/overlay/occlusion/elements-above.ts'
import { type Anchor, INSET_PX } from '../../core/overlay/placement.ts'
import type { PageCore } from '../../core/page-core.ts'
import { createButton } from '../../core/teaching/button.ts'

/** The small control on a video that is followed. */
interface Control {
  /** Says whether the video plays, and which garments it shows. */
  show(isPlaying: boolean, garments: readonly NamedGarment[]): void
}

/**
 * Puts a control on a video, which says that it is followed and stops that. Screen readers hear which garments come.
 * @param stop called when the user stops it, or the video has left the page
 */
export function createControl(
  { overlay }: Pick<PageCore, 'overlay'>,
  video: HTMLVideoElement,
  stop: () => void,
  signal: AbortSignal,
): Control {
  const control = createElement('div', 'card follow')
  control.setAttribute('role', 'group')
  control.setAttribute('aria-label', text('name'))
  const state = createElement('span', 'state')
  state.setAttribute('role', 'status')
  const heard = createElement('span', 'heard')
  heard.setAttribute('role', 'status')
  const button = createButton('stop', text('follow_stop'), stop)
  button.setAttribute('aria-label', `${text('follow_stop')} – ${text('follow_on')}`)
  control.append(state, heard, button)
  const { remove } = overlay.place(video, control, { anchor: inCorner, onGone: stop })
  signal.addEventListener('abort', remove, { once: true })
  return {
    show: (isPlaying, garments) => {
      say(state, text(isPlaying ? 'follow_on' : 'follow_waiting'))
      say(heard, [...new Set(garments.map(garmentName))].join(', '))
    },
  }
}

/** Writes only changes: a screen reader reads each of them. */
function say(part: HTMLElement, words: string): void {
  if (part.dataset.text !== words) part.dataset.text = words
}

/** In the upper corner of what is seen of the video, where players have no controls; at the start of a line. */
const inCorner: Anchor = ({ element, visible, node }) => {
  const { left, top, right } = cutOffFixedLayers(element, visible)
  const width = node.offsetWidth
  if (right - left < width + 2 * INSET_PX) return { x: left, y: top }
  return { x: text('direction') === 'rtl' ? right - width - INSET_PX : left + INSET_PX, y: top + INSET_PX }
}
