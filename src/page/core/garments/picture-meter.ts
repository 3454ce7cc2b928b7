import { loadedImage } from '../answers/loaded-image.ts'
import type { Box, BoxSize } from '../dom/box.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import { isUpright } from '../dom/is-upright.ts'
import { type Edges, paintedBoxes } from '../dom/object-fit.ts'
import { createPictureMeter, type PaintedPicture } from '../dom/painted-picture.ts'
import { rectOf } from '../dom/unclobbered.ts'
import { pictureOf } from '../find/image-by-url.ts'
import type { Picture } from '../find/picture.ts'
import { itemsOf, urlIn } from '../find/style/css-image.ts'
import { backgroundBoxes } from './background-boxes.ts'

/** Measures where a picture is painted at that moment; undefined while that is unknown. */
export type PictureMeter = () => PaintedPicture | undefined

/** `preserveAspectRatio` in words of CSS, as in `xMinYMid slice`. */
const ALIGNMENT = /^x(Min|Mid|Max)Y(Min|Mid|Max)$/
const SHARES: Record<string, string> = { Min: '0%', Mid: '50%', Max: '100%' }

/**
 * Prepares to measure where the page paints a picture, whatever shows it. The measure is undefined in a rotated element, once
 * the element shows another picture, and for what a style paints in other ways than as a background.
 */
export function createMeterOf(picture: Picture): PictureMeter {
  const { element } = picture
  const measure = meterFor(picture)
  return () => {
    if (!isUpright(element) || pictureOf(element)?.key !== picture.key) return undefined
    return measure()
  }
}

/** Prepares to measure where the page paints a video, whichever frame it shows. */
export function createMeterOfVideo(video: HTMLVideoElement): PictureMeter {
  return () => {
    if (!isUpright(video)) return undefined
    return measureReplaced(video, { width: video.videoWidth, height: video.videoHeight })
  }
}

function meterFor({ element, kind, url }: Picture): PictureMeter {
  if (isHtmlElement(element, 'img') && kind === 'img') return () => createPictureMeter(element)()
  const natural = onceKnown(() => naturalSize(element, url))
  if (kind === 'background') return () => measureBackground(element as HTMLElement, natural(), url)
  if (kind === 'svg-image') return () => measureSvgImage(element, natural())
  if (['canvas', 'video', 'input', 'object', 'content'].includes(kind))
    return () => measureReplaced(element as HTMLElement, natural())
  return () => undefined
}

/** The size of a picture does not change while it is the same picture. */
function onceKnown(find: () => BoxSize | undefined): () => BoxSize | undefined {
  let size: BoxSize | undefined
  return () => {
    size ??= find()
    return size
  }
}

function naturalSize(element: Element, url: string): BoxSize | undefined {
  if (isHtmlElement(element, 'canvas')) return { width: element.width, height: element.height }
  if (isHtmlElement(element, 'video') && !url) return { width: element.videoWidth, height: element.videoHeight }
  const image = loadedImage(url)
  return image && { width: image.naturalWidth, height: image.naturalHeight }
}

function measureReplaced(element: HTMLElement, natural: BoxSize | undefined): PaintedPicture | undefined {
  if (!natural?.width || !natural.height) return undefined
  const style = getComputedStyle(element)
  const layout = { width: element.offsetWidth, height: element.offsetHeight }
  const edges = addEdges(edgesOf(style, 'border'), edgesOf(style, 'padding'))
  return paintedBoxes({ box: rectOf(element), layout, edges }, natural, style.objectFit, style.objectPosition)
}

function measureSvgImage(element: Element, natural: BoxSize | undefined): PaintedPicture | undefined {
  if (!natural) return undefined
  const box = rectOf(element)
  const [align = '', slice] = (element.getAttribute('preserveAspectRatio') ?? 'xMidYMid').trim().split(/\s+/)
  const [, x = 'Mid', y = 'Mid'] = ALIGNMENT.exec(align) ?? []
  const fit = align === 'none' ? 'fill' : slice === 'slice' ? 'cover' : 'contain'
  return paintedBoxes({ box, layout: box, edges: noEdges }, natural, fit, `${SHARES[x]} ${SHARES[y]}`)
}

function measureBackground(
  element: HTMLElement,
  natural: BoxSize | undefined,
  url: string,
): PaintedPicture | undefined {
  const style = getComputedStyle(element)
  const layer = itemsOf(style.backgroundImage).findIndex(image => urlIn(image) === url)
  const ofLayer = (list: string) => {
    const items = itemsOf(list)
    return items[layer % items.length] ?? ''
  }
  // A fixed background belongs to the screen and not to its element.
  if (!natural || layer < 0 || ofLayer(style.backgroundAttachment) === 'fixed') return undefined
  const box = rectOf(element)
  const scale = { x: box.width / element.offsetWidth, y: box.height / element.offsetHeight }
  const [border, padding] = [edgesOf(style, 'border'), edgesOf(style, 'padding')]
  const origins: Record<string, Edges> = { 'border-box': noEdges, 'content-box': addEdges(border, padding) }
  const frame = inset(box, origins[ofLayer(style.backgroundOrigin)] ?? border, scale)
  const values = { size: ofLayer(style.backgroundSize), position: ofLayer(style.backgroundPosition) }
  return backgroundBoxes(frame, scale, natural, values)
}

const noEdges: Edges = { left: 0, top: 0, right: 0, bottom: 0 }

function edgesOf(style: CSSStyleDeclaration, property: 'border' | 'padding'): Edges {
  const edge = (side: string) =>
    Number.parseFloat(style.getPropertyValue(property === 'border' ? `border-${side}-width` : `padding-${side}`))
  return { left: edge('left'), top: edge('top'), right: edge('right'), bottom: edge('bottom') }
}

function addEdges(a: Edges, b: Edges): Edges {
  return { left: a.left + b.left, top: a.top + b.top, right: a.right + b.right, bottom: a.bottom + b.bottom }
}

function inset(box: Box, edges: Edges, scale: { x: number; y: number }): Box {
  return {
    left: box.left + edges.left * scale.x,
    top: box.top + edges.top * scale.y,
    right: box.right - edges.right * scale.x,
    bottom: box.bottom - edges.bottom * scale.y,
  }
}
