import { onAbort } from '../../../async/on-abort.ts'
import { text } from '../../../i18n/text.ts'
import type { Box } from '../../core/dom/box.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { isAt } from '../../core/dom/unclobbered.ts'
import type { PageCore } from '../../core/page-core.ts'
import { boxOfCrop, captureScreen, cropOnScreen } from '../../core/screen/capture.ts'
import { consumeInput } from './consume-input.ts'
import { boxAfterKey, boxBetween, firstBox, type Point } from './region-box.ts'
import { createStage } from './stage.ts'

/**
 * Lets the user mark a part of the screen with the mouse, a finger or the keys, and says what was marked. The page is dimmed,
 * and hears nothing of it. Escape and *Cancel* leave.
 * @param life ends it when it is aborted
 */
export function chooseRegion(core: PageCore, life: AbortController): void {
  const { signal } = life
  const before = document.activeElement
  const area = createElement('div', 'area')
  area.tabIndex = 0
  area.setAttribute('role', 'application')
  area.setAttribute('aria-label', text('region_menu'))
  const region = createElement('div', 'region')
  region.hidden = true
  const bar = createElement('div', 'card hint')
  const status = createElement('span', '', text('region_hint'))
  status.id = 'hint'
  status.setAttribute('role', 'status')
  area.setAttribute('aria-describedby', 'hint')
  const cancel = createElement('button', 'act', text('cancel'))
  cancel.type = 'button'
  bar.append(status, cancel)
  const content = createElement('div', 'content')
  content.append(area, region, bar)
  const stage = createStage(core, content, area, leave, signal)
  onAbort(signal, focusPage)

  let box: Box | undefined
  let start: Point | undefined

  function show(next: Box): void {
    box = next
    const { left, top, right, bottom } = next
    region.hidden = false
    content.classList.add('marked')
    region.style.cssText = `left: ${left}px; top: ${top}px; width: ${right - left}px; height: ${bottom - top}px`
    region.dataset.text = `${Math.round(right - left)} × ${Math.round(bottom - top)}`
  }

  function endDrag(): void {
    start = undefined
    content.classList.remove('dragged')
  }

  function leave(): void {
    life.abort()
  }

  function focusPage(): void {
    if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
  }

  async function ask(isByKey: boolean): Promise<void> {
    const crop = box && cropOnScreen(box)
    if (!crop) {
      status.dataset.text = text('region_small')
      return
    }
    const shown = boxOfCrop(crop)
    leave()
    const captured = await captureScreen(crop, core.overlay)
    const pixels = captured instanceof Blob ? captured : undefined
    if (!core.signal.aborted) core.markedRegion.call({ box: shown, pixels, isByKey, focusPage })
  }

  function pressed(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const isOnCancel = cancel.matches(':focus')
    const next = box ? boxAfterKey(box, event.key, event.shiftKey, screenSize()) : undefined
    if (event.key === 'Escape' || (isOnCancel && ['Enter', ' '].includes(event.key))) leave()
    else if (event.key === 'Enter' && box) void ask(true)
    else if (next) show(next)
    else if (!box && (event.key === 'Enter' || event.key.startsWith('Arrow'))) show(firstBox(screenSize()))
  }

  const handlers: Record<string, (event: never) => void> = {
    keydown: pressed,
    pointerdown: (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0 || isAt(cancel, event.clientX, event.clientY)) return
      start = stage.pointOf(event)
    },
    pointermove: (event: PointerEvent) => {
      if (!start || !event.isPrimary) return
      // The button was released where nobody heard it.
      if (event.buttons === 0) return endDrag()
      content.classList.add('dragged')
      show(boxBetween(start, stage.pointOf(event), screenSize()))
    },
    pointerup: (event: PointerEvent) => {
      if (!start || !event.isPrimary) return
      show(boxBetween(start, stage.pointOf(event), screenSize()))
      endDrag()
      void ask(false)
    },
    pointercancel: endDrag,
    click: (event: MouseEvent) => {
      if (isAt(cancel, event.clientX, event.clientY)) leave()
    },
  }
  for (const view of stage.windows) consumeInput(view, event => handlers[event.type]?.(event as never), signal)
}

function screenSize() {
  return { width: innerWidth, height: innerHeight }
}
