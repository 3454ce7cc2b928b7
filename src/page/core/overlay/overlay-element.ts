import { createElement, HTML } from '../dom/create-element.ts'
import { rectOf } from '../dom/unclobbered.ts'
import { createAttachment } from './keep-attached.ts'
import styles from './overlay.css?inline'
import { OVERLAY_NAME } from './overlay-name.ts'

/** The overlay's width in its own pixels. Its width on screen reveals the scale of the page's root element. */
const WIDTH_PX = 100

/** `!important` in the shadow root beats every style of the page, even an important one in a style attribute. */
const hostStyle = `:host { all: initial; position: absolute; top: 0; left: 0; width: ${WIDTH_PX}px; height: 0;
  contain: layout size style; z-index: 2147483647; pointer-events: none; }`.replaceAll(';', ' !important;')
const layerStyle = '.layer { position: absolute; top: 0; left: 0; width: 100%; height: 0; contain: layout size style }'

/** Not `display: none`, because badges that are added meanwhile must be measurable. */
const hidingSheets = {
  badges: createSheet('.badge { visibility: hidden !important }'),
  all: createSheet(':host { visibility: hidden !important }'),
}

/**
 * Creates the one element that this extension adds to a page: it has no height, is out of the page's flow, and has a closed
 * shadow root. Size and layout containment make everything in it ink overflow, so that it never adds a scrollbar
 * (https://www.w3.org/TR/css-contain-2/#containment-layout).
 * @param isInTopLayer whether it must be above the elements in the browser's top layer
 */
export function createOverlayElement(isInTopLayer: () => boolean) {
  const host = document.createElementNS(HTML, OVERLAY_NAME) as HTMLElement
  const root = host.attachShadow({ mode: 'closed' })
  // All nodes are in this layer, because the host's scroll size would reveal a badge's width, and so its text, to the page.
  const layer = root.appendChild(createElement('div', 'layer'))
  const sheets = new Set([createSheet(hostStyle + layerStyle), createSheet(styles)])
  const attachment = createAttachment(host, show)

  function applySheets(): void {
    root.adoptedStyleSheets = [...sheets]
  }

  function show(): void {
    document.documentElement.append(host)
    // Moving to another document drops adopted style sheets.
    applySheets()
    // An SVG lays out no HTML, except in the top layer.
    if (isInTopLayer() || document.documentElement.namespaceURI !== HTML) rise()
    attachment.start()
  }

  /** Moves the overlay to the top of the browser's top layer, because dialogs there are above every z-index. */
  function rise(): void {
    host.popover = 'manual'
    if (host.matches(':popover-open')) host.hidePopover()
    host.showPopover()
  }

  function hide(what: keyof typeof hidingSheets, isHidden: boolean): void {
    if (isHidden) sheets.add(hidingSheets[what])
    else sheets.delete(hidingSheets[what])
    applySheets()
  }

  return {
    host,
    layer,
    /** Adds the element to the page. */
    show,
    rise,
    hide,
    remove: () => {
      attachment.stop()
      host.remove()
    },
    addStyle: (styles: string) => {
      sheets.add(createSheet(styles))
      applySheets()
    },
    /** Its position on screen, in pixels. The page may be scrolled or zoomed, or may move or scale its root element. */
    origin: () => {
      const { left, top, width } = rectOf(host)
      return { left, top, scale: width / WIDTH_PX || 1 }
    },
  }
}

function createSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}
