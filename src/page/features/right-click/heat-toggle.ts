import type { Garment } from '../../../apparel/classes.ts'
import { onAbort } from '../../../async/on-abort.ts'
import { className } from '../../../i18n/class-name.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../../core/dom/create-element.ts'
import type { OverlayItem } from '../../core/overlay/overlay.ts'

/**
 * Creates the toggle for the heat map, and a caption that explains how to read it.
 * @param closed removes what is shown
 */
export function createHeatToggle(
  garment: Garment,
  showHeat: () => OverlayItem,
  closed: AbortSignal,
): { toggle: HTMLElement; caption: HTMLElement } {
  let heat: OverlayItem | undefined
  const toggle = createElement('button', 'toggle', text('why_show'))
  toggle.type = 'button'
  const caption = createElement('span', 'caption', text('why_caption', className(garment)))
  const show = (isOn: boolean) => {
    heat?.remove()
    heat = isOn ? showHeat() : undefined
    toggle.setAttribute('aria-pressed', String(isOn))
    caption.hidden = !isOn
  }
  show(false)
  toggle.addEventListener('click', () => show(!heat))
  onAbort(closed, () => show(false))
  return { toggle, caption }
}
