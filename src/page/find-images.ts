/** An element of the page that shows a picture. */
export type PageImage = HTMLImageElement

/** The images in a node, itself included. */
export function findImages(node: Node): PageImage[] {
  if (node instanceof HTMLImageElement) return [node]
  return node instanceof Element || node instanceof Document ? [...node.querySelectorAll('img')] : []
}

/** URL of what is shown: `src` is not what a browser picks from srcset or `<picture>`. '' where nothing is loaded. */
export function urlOf(image: PageImage): string {
  return image.complete && image.naturalWidth > 0 ? image.currentSrc : ''
}

/**
 * The image of a URL that a person means: the one under the pointer, else the one nearest to the middle of the screen.
 * `undefined` where none is on the page.
 */
export function locateImage(srcUrl: string): PageImage | undefined {
  const images = imagesDeepIn(document).filter(image => image.currentSrc === srcUrl || image.src === srcUrl)
  return images.find(image => image.matches(':hover')) ?? images.sort((a, b) => offCentre(a) - offCentre(b))[0]
}

/** All images, those in shadow roots too: a walk through the whole page, for a person's question alone. */
function imagesDeepIn(root: Document | ShadowRoot): PageImage[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => {
    if (element instanceof HTMLImageElement) return [element]
    const inner = element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null
    return inner instanceof ShadowRoot ? imagesDeepIn(inner) : []
  })
}

function offCentre(image: PageImage): number {
  const { x, y, width, height } = image.getBoundingClientRect()
  return Math.hypot(x + width / 2 - innerWidth / 2, y + height / 2 - innerHeight / 2)
}
