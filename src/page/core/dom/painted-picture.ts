import type { Box } from './box.ts'
import { isUpright } from './is-upright.ts'
import { type Edges, paintedBoxes } from './object-fit.ts'
import { rectOf } from './unclobbered.ts'

/** Where an image paints its picture; pixels of the viewport. */
export interface PaintedPicture {
  /** The image without its border and padding: the picture is cropped to it. */
  frame: Box
  /** The whole picture, as if nothing of it were cropped. */
  picture: Box
}

/**
 * Prepares to measure where an image paints which part of its picture.
 * @returns measures the image as it is at that moment; undefined while the page shows the picture in an unsupported way
 */
export function createPictureMeter(image: HTMLImageElement): () => PaintedPicture | undefined {
  // Once, because it reads the style of each ancestor.
  if (!isUpright(image)) return () => undefined
  return () => {
    const style = getComputedStyle(image)
    const { naturalWidth, naturalHeight } = image
    if (!isWhole(style) || !naturalWidth || !naturalHeight) return undefined
    return paintedBoxes(
      { box: rectOf(image), layout: { width: image.offsetWidth, height: image.offsetHeight }, edges: edgesOf(style) },
      { width: naturalWidth, height: naturalHeight },
      style.objectFit,
      style.objectPosition,
    )
  }
}

/** Whether the page shows the whole picture in the orientation that its file declares. */
function isWhole(style: CSSStyleDeclaration): boolean {
  return style.imageOrientation === 'from-image' && ['', 'none'].includes(style.getPropertyValue('object-view-box'))
}

function edgesOf(style: CSSStyleDeclaration): Edges {
  const pixels = (name: string) => Number.parseFloat(style.getPropertyValue(name))
  const edge = (side: string) => pixels(`border-${side}-width`) + pixels(`padding-${side}`)
  return { left: edge('left'), top: edge('top'), right: edge('right'), bottom: edge('bottom') }
}
