import type { Box, BoxSize } from '../../core/dom/box.ts'

/** A point of the viewport, in pixels. */
export interface Point {
  x: number
  y: number
}

/** Distance that an arrow key moves the frame or its edges. */
const STEP_PX = 16
/** Least side of a frame that keys make smaller. */
const MIN_SIDE_PX = 32
/** Share of the screen's sides that the first frame has. */
const FIRST_SHARE = 0.5

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -STEP_PX, y: 0 },
  ArrowRight: { x: STEP_PX, y: 0 },
  ArrowUp: { x: 0, y: -STEP_PX },
  ArrowDown: { x: 0, y: STEP_PX },
}

/** The box between two corners, cut at the edges of the screen. */
export function boxBetween(from: Point, to: Point, { width, height }: BoxSize): Box {
  const [left, right] = inOrder(from.x, to.x, width)
  const [top, bottom] = inOrder(from.y, to.y, height)
  return { left, top, right, bottom }
}

/** The frame that keys move first: in the middle of the screen. */
export function firstBox({ width, height }: BoxSize): Box {
  const [x, y] = [(width * (1 - FIRST_SHARE)) / 2, (height * (1 - FIRST_SHARE)) / 2]
  return { left: x, top: y, right: width - x, bottom: height - y }
}

/**
 * Moves a frame by an arrow key, or its right and lower edges.
 * @returns undefined for another key
 */
export function boxAfterKey(box: Box, key: string, isResized: boolean, screen: BoxSize): Box | undefined {
  const step = ARROWS[key]
  if (!step) return undefined
  if (isResized)
    return {
      ...box,
      right: between(box.left + MIN_SIDE_PX, box.right + step.x, screen.width),
      bottom: between(box.top + MIN_SIDE_PX, box.bottom + step.y, screen.height),
    }
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const left = between(0, box.left + step.x, screen.width - width)
  const top = between(0, box.top + step.y, screen.height - height)
  return { left, top, right: left + width, bottom: top + height }
}

function inOrder(a: number, b: number, most: number): [number, number] {
  return [between(0, Math.min(a, b), most), between(0, Math.max(a, b), most)]
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
