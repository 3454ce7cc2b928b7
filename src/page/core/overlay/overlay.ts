import { onAbort } from '../../../async/on-abort.ts'
import { language } from '../../../i18n/language.ts'
import { text } from '../../../i18n/text.ts'
import { type Clip, clipOf } from '../dom/clipping.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import { workForSlice } from '../watch/time-slices.ts'
import { createLayoutScheduler } from './layout-scheduler.ts'
import { invalidateOcclusion } from './occlusion/hit-test.ts'
import { createOverlayElement } from './overlay-element.ts'
import { type Anchor, HIDDEN_CSS, type Placeable, type Placement, placementOf } from './placement.ts'
import { watchMotion } from './transitions.ts'

/** Something that the overlay shows at an element of the page. */
export interface OverlayItem {
  remove(): void
}

interface PlacedItem extends OverlayItem, Placeable {
  onGone: (() => void) | undefined
  isTopmost: boolean
  /** The style that was written last: the browser would return it normalised. */
  css: string
}

interface PlaceOptions {
  anchor: Anchor
  /** Called when the element has left the page. */
  onGone?: () => void
  /** Keeps the overlay above what the page has in the browser's top layer now. */
  isTopmost?: boolean
}

/** Shows badges and cards at elements of the page, and keeps them there while the page moves. */
export interface Overlay {
  /** Shows a node at its anchor on an element, and removes it with the element. */
  place(target: Element, node: HTMLElement, options: PlaceOptions): OverlayItem
  /** Adds to the style of what it shows. */
  addStyle(styles: string): void
  /** Lays out in each frame until nothing has moved for a while. Call it when something starts to move. */
  followMotion(): void
  /** Lays out soon, throttled. Call it when elements may have moved in the document or have other clippers. */
  scheduleLayout(): void
  /** Lays out as soon, but keeps the known clippers. Call it when something may cover or uncover an item. */
  scheduleReposition(): void
  /** Hides or shows all badges. Cards stay visible. */
  hideBadges(areHidden: boolean): void
  /** Runs some work while the overlay is not painted. */
  whileHidden<T>(work: () => Promise<T>): Promise<T>
}

/** @param signal removes the overlay and everything in it */
export function createOverlay(signal: AbortSignal): Overlay {
  const items = new Set<PlacedItem>()
  const { host, layer, show, rise, hide, remove, addStyle, origin } = createOverlayElement(isAnyInTopLayer)
  const isNeeded = () => items.size > 0
  const {
    schedule,
    scheduleThrottled: scheduleReposition,
    followMotion,
  } = createLayoutScheduler(host, isNeeded, layOut)
  const resized = new ResizeObserver(schedule)
  /** Elements may have moved in the document or have other clippers. */
  let isChanged = false
  const movingNow = watchMotion(isNeeded, followMotion, schedule, signal)

  const options = { capture: true, passive: true, signal }
  document.addEventListener('scroll', followMotion, options)
  document.addEventListener('fullscreenchange', fullscreenChanged, options)
  // Some menus unfold under the pointer by CSS, without any event.
  document.addEventListener('pointerover', scheduleLayout, options)
  document.addEventListener('load', scheduleReposition, options)
  window.addEventListener('resize', followMotion, { signal })
  onAbort(signal, () => {
    for (const item of items) item.remove()
  })

  function isAnyInTopLayer(): boolean {
    return [...items].some(({ target, isTopmost }) => isTopmost || isInTopLayer(target))
  }

  /** A new fullscreen element is above the overlay. */
  function fullscreenChanged(): void {
    if (host.isConnected && isAnyInTopLayer()) rise()
    followMotion()
  }

  function scheduleLayout(): void {
    isChanged = true
    scheduleReposition()
  }

  function place(target: Element, node: HTMLElement, { anchor, onGone, isTopmost = false }: PlaceOptions) {
    const item: PlacedItem = {
      target,
      clip: clipOf(target),
      isChanged: true,
      node,
      anchor,
      onGone,
      isTopmost,
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
    else if (isTopmost || isInTopLayer(target)) rise()
    // Shown in the next frame, which measures all new nodes at once.
    node.style.cssText = HIDDEN_CSS
    // The language of our words, not the page's.
    node.dir = text('direction')
    node.lang = language()
    layer.append(node)
    resized.observe(target)
    schedule()
    return item
  }

  async function whileHidden<T>(work: () => Promise<T>): Promise<T> {
    hide('all', true)
    // The second frame begins after the first one was painted.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    try {
      return await work()
    } finally {
      hide('all', false)
    }
  }

  /** Reads, then writes, so that the page is laid out once. What does not fit into one slice waits for the next call. */
  function layOut(): { hasMoved: boolean; isAll: boolean } {
    const known = new Map<Element, Clip>()
    const moving = movingNow()
    if (isChanged) for (const item of items) Object.assign(item, { clip: clipOf(item.target, known), isChanged })
    if (isChanged || moving.size > 0) invalidateOcclusion()
    isChanged = false
    const overlayOrigin = origin()
    const placements: ({ item: PlacedItem } & Placement)[] = []
    const isAll = !workForSlice([...items].values(), item => {
      placements.push({ item, ...placementOf(item, moving, overlayOrigin) })
      item.isChanged = false
      // Moves to the end, so that each item gets its turn.
      items.delete(item)
      items.add(item)
    })
    let hasMoved = false
    for (const { item, isGone, css, isSmall, isDot } of placements) {
      if (isGone) {
        item.remove()
        item.onGone?.()
        continue
      }
      item.node.classList.toggle('small', isSmall)
      item.node.classList.toggle('mini', isDot)
      if (item.css === css) continue
      // A node that appears has not moved.
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
