import { onAbort } from '../../../async/on-abort.ts'
import { language } from '../../../i18n/language.ts'
import { text } from '../../../i18n/text.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import { type Clip, clipOf } from '../dom/visible-box.ts'
import { workForSlice } from '../watch/time-slices.ts'
import { createLayoutScheduler } from './layout-scheduler.ts'
import { invalidateOcclusion } from './occlusion/covered-spot.ts'
import { createOverlayElement } from './overlay-element.ts'
import { type Anchor, HIDDEN_CSS, type Placeable, type Placement, placementOf } from './placement.ts'
import { watchMotion } from './transitions.ts'

/** Something that the overlay shows at an element of the page. */
export interface OverlayItem {
  remove(): void
}

interface Item extends OverlayItem, Placeable {
  onGone: (() => void) | undefined
  /** The style that was written last: the browser would give it back in words of its own. */
  css: string
}

/** Shows badges and cards at elements of the page, and keeps them there while it moves. */
export interface Overlay {
  /** Shows a node at its anchor on an element, and takes it away with the element. */
  place(target: Element, node: HTMLElement, options: { anchor: Anchor; onGone?: () => void }): OverlayItem
  /** Adds to the style of what it shows. */
  addStyle(styles: string): void
  /** Something moves: follows the page until nothing has moved for a while. */
  followMotion(): void
  /** Something may have moved: looks at once, but not again and again. Where the page is in flux, each look lays it out. */
  scheduleLayout(): void
  /** Something may lie over what is shown that was not known of: looks as soon. */
  scheduleReposition(): void
  /** Hides all badges until it is told to show them again; cards stay. */
  hideBadges(areHidden: boolean): void
  /** Runs work while the overlay is not painted. */
  whileHidden<T>(work: () => Promise<T>): Promise<T>
}

/** @param signal takes the overlay and all in it away */
export function createOverlay(signal: AbortSignal): Overlay {
  const items = new Set<Item>()
  const { host, layer, show, rise, hide, remove, addStyle, origin } = createOverlayElement(isAnyInTopLayer)
  const isNeeded = () => items.size > 0
  const { look, scheduleReposition, followMotion } = createLayoutScheduler(host, isNeeded, layOut)
  const resized = new ResizeObserver(look)
  /** Elements may have been moved in the document, or have other clippers. */
  let isChanged = false
  const shiftsNow = watchMotion(isNeeded, followMotion, look, signal)

  const options = { capture: true, passive: true, signal }
  document.addEventListener('scroll', followMotion, options)
  // What fills the screen has come above the overlay.
  document.addEventListener(
    'fullscreenchange',
    () => {
      if (host.isConnected && isAnyInTopLayer()) rise()
      followMotion()
    },
    options,
  )
  // Menus unfold under the pointer, by rules that no event tells of.
  document.addEventListener('pointerover', scheduleLayout, options)
  document.addEventListener('load', scheduleReposition, options)
  window.addEventListener('resize', followMotion, { signal })
  onAbort(signal, () => {
    for (const item of items) item.remove()
  })

  function isAnyInTopLayer(): boolean {
    return [...items].some(({ target }) => isInTopLayer(target))
  }

  function scheduleLayout(): void {
    isChanged = true
    scheduleReposition()
  }

  function place(
    target: Element,
    node: HTMLElement,
    { anchor, onGone }: { anchor: Anchor; onGone?: () => void },
  ): OverlayItem {
    const item: Item = {
      target,
      clip: clipOf(target),
      isChanged: true,
      node,
      anchor,
      onGone,
      css: HIDDEN_CSS,
      remove: () => {
        if (!items.delete(item)) return
        node.remove()
        if (![...items].some(other => other.target === target)) resized.unobserve(target)
        if (items.size === 0) remove()
      },
    }
    items.add(item)
    if (!host.isConnected) show()
    else if (isInTopLayer(target)) rise()
    // Shown by the next frame, which measures all that is new at once.
    node.style.cssText = HIDDEN_CSS
    // Of our words, not of the page.
    node.dir = text('direction')
    node.lang = language()
    layer.append(node)
    resized.observe(target)
    look()
    return item
  }

  async function whileHidden<T>(work: () => Promise<T>): Promise<T> {
    hide('all', true)
    // The second frame begins once the first one is painted.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    try {
      return await work()
    } finally {
      hide('all', false)
    }
  }

  /** Reads, then writes, so that the page lays out once; as many as there is time for, and the others the next time. */
  function layOut(): { hasMoved: boolean; isAll: boolean } {
    const known = new Map<Element, Clip>()
    const shifting = shiftsNow()
    if (isChanged) for (const item of items) Object.assign(item, { clip: clipOf(item.target, known), isChanged })
    if (isChanged || shifting.size > 0) invalidateOcclusion()
    isChanged = false
    const zero = origin()
    const places: ({ item: Item } & Placement)[] = []
    const isAll = !workForSlice([...items].values(), item => {
      places.push({ item, ...placementOf(item, shifting, zero) })
      item.isChanged = false
      // To the end, so that each has its turn.
      items.delete(item)
      items.add(item)
    })
    let hasMoved = false
    for (const { item, isGone, css, isSmall } of places) {
      if (isGone) {
        item.remove()
        item.onGone?.()
        continue
      }
      item.node.classList.toggle('small', isSmall)
      if (item.css === css) continue
      // To appear is no movement.
      hasMoved ||= item.css !== HIDDEN_CSS
      item.css = css
      item.node.style.cssText = css
    }
    return { hasMoved, isAll }
  }

  return {
    place,
    addStyle,
    followMotion,
    scheduleLayout,
    scheduleReposition,
    hideBadges: areHidden => hide('badges', areHidden),
    whileHidden,
  }
}

function isInTopLayer(target: Element): boolean {
  return unclobbered(target).closest('dialog, [popover], :fullscreen') !== null
}
