import type { BoxSize } from '../dom/box.ts'
import type { PictureKind, SkipReason } from './kinds.ts'

/** A picture shown smaller than this on either side is an icon or a spacer. CSS pixels. */
export const MIN_SIDE_PX = 48

/** @param size of an element on screen, in CSS pixels */
export function isSmall({ width, height }: BoxSize): boolean {
  return Math.min(width, height) < MIN_SIDE_PX
}

/** A picture that an element of the page shows. */
export interface Picture extends FoundPicture {
  element: Element
  kind: PictureKind
}

/** What a finder has found. */
export interface FoundPicture {
  /** Identifies the picture: the same wherever the page shows it, and different once another is shown. */
  key: string
  /** '' if it has none, as on a canvas. */
  url: string
  /** What can be drawn to read the picture, where its file cannot be read. */
  drawable?: HTMLImageElement | SVGImageElement | HTMLCanvasElement | HTMLVideoElement
}

/** Something that looks like a picture but is not asked about. */
export interface Skipped {
  skipped: SkipReason
}

/** Looks for one kind of picture in an element; undefined if there is none. */
export type Finder = (element: Element) => FoundPicture | Skipped | undefined

/**
 * Looks for one kind of picture in the style of an element or pseudo-element.
 * @param size of its box in CSS pixels, asked for only where it matters
 */
export type StyleFinder = (style: CSSStyleDeclaration, size: () => BoxSize) => FoundPicture | Skipped | undefined

const ids = new WeakMap<Element, number>()
let lastId = 0

/** A key for a picture without a URL. It identifies this element in its present state. */
export function ownKey(element: Element, state: string | number): string {
  const id = ids.get(element) ?? ++lastId
  ids.set(element, id)
  return `#${id} ${state}`
}
