import type { Box } from './dom/box.ts'

/** A part of the screen that the user has marked, to ask what it shows. */
export interface MarkedRegion {
  /** In pixels of the viewport, when it was marked. */
  box: Box
  /** What the screen showed there; undefined if the browser did not let it be captured. */
  pixels: Blob | undefined
  /** Whether the user has marked it by keys, and so needs the focus on the answer. */
  isByKey: boolean
  /** Returns the focus to where it was before. */
  focusPage(): void
}
