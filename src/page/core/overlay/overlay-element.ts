import { createElement } from '../dom/create-element.ts'
import { rectOf } from '../dom/unclobbered.ts'
import { createAttachment } from './keep-attached.ts'
import styles from './overlay.css?inline'
import { OVERLAY_NAME } from './overlay-name.ts'

/** The overlay's width in its own pixels: its width on screen tells the scale of the page's root. */
const WIDTH_PX = 100

/** Important in the shadow root beats every style of the page, even important ones in a style attribute. */
const hostStyle = `:host { all: initial; position: absolute; top: 0; left: 0; width: ${WIDTH_PX}px; height: 0;
  contain: layout size style; z-index: 2147483647; pointer-events: none; }`.replaceAll(';', ' !important;')
const layerStyle = '.layer { position: absolute; top: 0; left: 0; width: 100%; height: 0; contain: layout size style }'

/** Not `display: none`, because badges that come meanwhile have to be measured. */
const hidingSheets = {
  badges: createSheet('.badge { visibility: hidden !important }'),
  all: createSheet(':host { visibility: hidden !important }'),
}

/**
 * Creates the one element that this extension adds to a page: of zero height, out of the page's flow, with a closed shadow root. Size and layout containment make
 * everything in it ink overflow, so that it never adds a scrollbar
 * (https://www.w3.org/TR/css-contain-2/#containment-layout).
 * @param isInTopLayer whether it has to be above the elements in the browser's top layer
 */
export function createOverlayElement(isInTopLayer: () => boolean) {
  const host = document.createElement(OVERLAY_NAME)
  const root = host.attachShadow({ mode: 'closed' })
  // All nodes are in this layer: the scroll size of the host would tell the page how wide a badge is, and so what it says.
  const layer = root.appendChild(createElement('div', 'layer'))
  const sheets = new Set([createSheet(hostStyle + layerStyle), createSheet(styles)])
  const attachment = createAttachment(host, show)

  function applySheets(): void {
    root.adoptedStyleSheets = [...sheets]
  }

  function show(): void {
    document.documentElement.append(host)
    // A visit to another document drops adopted sheets.
    applySheets()
    if (isInTopLayer()) rise()
    attachment.start()
  }

  /** Dialogs are in the browser's top layer, above every z-index: the overlay joins them there, as the latest. */
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
    /** Adds it to the page. */
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
    /** Where it lies on screen, in pixels: the page may be scrolled or zoomed, or may move or scale its root element. */
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
