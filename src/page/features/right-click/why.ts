import type { Garment } from '../../../apparel/classes.ts'
import { className } from '../../../i18n/class-name.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../../core/dom/create-element.ts'
import type { OverlayItem } from '../../core/overlay/overlay.ts'

/**
 * The toggle that shows where an answer comes from, and what says how to read that. What it shows goes when `closed` is
 * aborted.
 */
export function createWhy(
  garment: Garment,
  layHeat: () => OverlayItem,
  closed: AbortSignal,
): { toggle: HTMLElement; caption: HTMLElement } {
  let heat: OverlayItem | undefined
  const toggle = createElement('button', 'toggle', text('why_show'))
  toggle.type = 'button'
  const caption = createElement('span', 'caption', text('why_caption', className(garment)))
  const show = (isOn: boolean) => {
    heat?.remove()
    heat = isOn ? layHeat() : undefined
    toggle.setAttribute('aria-pressed', String(isOn))
    caption.hidden = !isOn
  }
  show(false)
  toggle.addEventListener('click', () => show(!heat))
  closed.addEventListener('abort', () => show(false))
  return { toggle, caption }
}
