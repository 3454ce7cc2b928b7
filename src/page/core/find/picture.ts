import type { PictureKind, SkipReason } from './kinds.ts'

/** Pictures shown smaller than this on a side are icons and spacers. CSS pixels. */
export const MIN_SIDE_PX = 48

/** A picture that an element of the page shows. */
export interface Picture extends Shown {
  element: Element
  kind: PictureKind
}

/** What a finder has found. */
export interface Shown {
  /** The same wherever the page shows the same picture, and another once it shows another. */
  key: string
  /** '' where it has none, as on a canvas. */
  url: string
  /** What can be drawn to read it, where its file cannot be had. */
  drawable?: HTMLImageElement | SVGImageElement | HTMLCanvasElement | HTMLVideoElement
}

export interface Skipped {
  skipped: SkipReason
}

/** Looks for one kind of picture in an element; undefined where that kind shows nothing. */
export type Finder = (element: Element) => Shown | Skipped | undefined

/** Looks for one kind in the style of an element or pseudo-element, whose box is asked for only where it matters. */
export type StyleFinder = (style: CSSStyleDeclaration, box: () => Size) => Shown | Skipped | undefined

/** CSS pixels. */
export interface Size {
  width: number
  height: number
}

const ids = new WeakMap<Element, number>()
let lastId = 0

/** A key for what has no URL: of this element alone, in this state. */
export function ownKey(element: Element, state: string | number): string {
  const id = ids.get(element) ?? ++lastId
  ids.set(element, id)
  return `#${id} ${state}`
}
