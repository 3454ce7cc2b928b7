import { createElement } from '../dom/create-element.ts'
import { rectOf } from '../dom/unclobbered.ts'
import { createStay } from './keep-attached.ts'
import styles from './overlay.css?inline'
import { OVERLAY_NAME } from './overlay-name.ts'

/** Of the overlay, pixels: by it the scale of the page's root is measured. */
const WIDTH = 100

/** Important in the shadow root, so that nothing of the page has its way with it, be it important in a style attribute. */
const place = `:host { all: initial; position: absolute; top: 0; left: 0; width: ${WIDTH}px; height: 0;
  contain: layout size style; z-index: 2147483647; pointer-events: none; }`.replaceAll(';', ' !important;')
const layerPlace = '.layer { position: absolute; top: 0; left: 0; width: 100%; height: 0; contain: layout size style }'

/** What its sheets can hide. Not by `display: none`: badges that come meanwhile are measured. */
const hidden = {
  badges: sheetOf('.badge { visibility: hidden !important }'),
  all: sheetOf(':host { visibility: hidden !important }'),
}

/** The one element that this extension adds to a page. */
export type OverlayElement = ReturnType<typeof createOverlayElement>

/**
 * Makes it: of no height, outside the page's flow, with a closed shadow root. Size and layout containment make all in it ink
 * overflow, so that it can never add a scrollbar (https://www.w3.org/TR/css-contain-2/#containment-layout).
 * @param isAbove whether it has to be above what lies in the browser's top layer
 */
export function createOverlayElement(isAbove: () => boolean) {
  const host = document.createElement(OVERLAY_NAME)
  const root = host.attachShadow({ mode: 'closed' })
  // All is in this: from the scroll size of the host itself a page would learn how wide a badge is, and guess its words.
  const layer = root.appendChild(createElement('div', 'layer'))
  const sheets = new Set([sheetOf(place + layerPlace), sheetOf(styles)])
  const stay = createStay(host, show)

  function apply(): void {
    root.adoptedStyleSheets = [...sheets]
  }

  function show(): void {
    document.documentElement.append(host)
    // On a way through another document it has lost them.
    apply()
    if (isAbove()) rise()
    stay.begin()
  }

  /** Dialogues lie in the browser's top layer, above every z-index: the overlay joins them there, as the latest. */
  function rise(): void {
    host.popover = 'manual'
    if (host.matches(':popover-open')) host.hidePopover()
    host.showPopover()
  }

  function hide(what: keyof typeof hidden, isHidden: boolean): void {
    if (isHidden) sheets.add(hidden[what])
    else sheets.delete(hidden[what])
    apply()
  }

  return {
    host,
    layer,
    /** Puts it into the page. */
    show,
    rise,
    hide,
    remove: () => {
      stay.end()
      host.remove()
    },
    /** Adds to its style. */
    addStyle: (styles: string) => {
      sheets.add(sheetOf(styles))
      apply()
    },
    /** Where it lies on screen, pixels: the page may have moved, scrolled, zoomed or scaled its root element. */
    origin: () => {
      const { left, top, width } = rectOf(host)
      return { left, top, scale: width / WIDTH || 1 }
    },
  }
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}
