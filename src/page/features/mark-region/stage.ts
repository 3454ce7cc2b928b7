import { language } from '../../../i18n/language.ts'
import { text } from '../../../i18n/text.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { rectOf } from '../../core/dom/unclobbered.ts'
import overlayStyles from '../../core/overlay/overlay.css?inline'
import type { PageCore } from '../../core/page-core.ts'
import { focusSoon } from '../../core/teaching/focus-soon.ts'
import styles from './mark-region.css?inline'
import type { Point } from './region-box.ts'

/** What covers the page while the user marks a part of it. */
interface Stage {
  /** The windows that get the input. */
  windows: Window[]
  /** The point of the viewport at which an event is. */
  pointOf(event: MouseEvent): Point
}

/**
 * Covers the viewport with an empty frame that holds the content: events in a frame do not reach the page at all, not even
 * listeners that it had on its window before. The frame is in the overlay's closed shadow root, so the page cannot reach it
 * (https://html.spec.whatwg.org/#document-tree-child-navigable). In a sandboxed page, whose frames are out of our reach too, the
 * content is in the overlay itself.
 * @param focused part of the content that gets the focus
 * @param gone called when the page has removed the stage
 */
export function createStage(
  { overlay }: Pick<PageCore, 'overlay'>,
  content: HTMLElement,
  focused: HTMLElement,
  gone: () => void,
  signal: AbortSignal,
): Stage {
  overlay.addStyle(styles)
  const cover = createElement('div', 'marking')
  const frame = createElement('iframe', 'stage')
  frame.title = text('region_menu')
  cover.append(frame)
  const { remove } = overlay.place(document.documentElement, cover, {
    anchor: overScreen,
    onGone: gone,
    isTopmost: true,
  })
  signal.addEventListener('abort', remove, { once: true })
  const inner = frame.contentDocument?.defaultView
  if (inner) {
    fill(inner as Window & typeof globalThis, content)
    inner.addEventListener('focus', () => focused.focus(), { signal })
  } else frame.replaceWith(content)
  focusSoon(inner ? frame : focused)
  // An empty frame has loaded by now. It loads again where the page has moved it, and then it is empty.
  frame.addEventListener('load', gone, { signal })
  return {
    windows: inner ? [inner, window] : [window],
    pointOf: ({ clientX, clientY, view }) => {
      if (!inner || view !== inner) return { x: clientX, y: clientY }
      // The page may zoom its root element, and frames with it.
      const { left, top, width, height } = rectOf(frame)
      return { x: left + (clientX * width) / inner.innerWidth, y: top + (clientY * height) / inner.innerHeight }
    },
  }
}

function fill({ document: inner, CSSStyleSheet }: Window & typeof globalThis, content: HTMLElement): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(overlayStyles + styles)
  inner.adoptedStyleSheets = [sheet]
  inner.documentElement.lang = language()
  inner.documentElement.dir = text('direction')
  inner.body.append(content)
}

const overScreen = () => ({ x: 0, y: 0, css: `width: ${innerWidth}px; height: ${innerHeight}px` })
