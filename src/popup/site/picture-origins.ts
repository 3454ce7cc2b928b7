/**
 * Collects the origins of a page's pictures, one entry per picture. The function is injected into the page, so it must not
 * refer to anything outside itself.
 * @param budgetMs time after which it stops and returns what it has found, in milliseconds
 */
export function pictureOrigins(budgetMs: number): string[] {
  /** Computing styles is slow, so a huge page is read only in part. */
  const MAX_ELEMENTS = 3000
  /** Anything smaller is an icon or a tracking pixel. */
  const MIN_SIDE_PX = 48
  const start = performance.now()
  const addresses: (string | undefined)[] = []

  const isTiny = (image: HTMLImageElement) =>
    image.complete && Math.max(image.naturalWidth, image.naturalHeight) < MIN_SIDE_PX
  const firstOf = (srcset: string) => srcset.trim().split(/,?\s/)[0]
  for (const image of document.images) {
    if (image.currentSrc && !isTiny(image)) addresses.push(image.currentSrc)
    // An image that has not loaded has no `currentSrc` yet, so its first candidate has to do.
    if (!image.currentSrc) addresses.push(image.src || firstOf(image.srcset))
  }
  for (const source of document.querySelectorAll<HTMLSourceElement>('picture > source')) {
    const image = source.parentElement?.querySelector('img')
    if (!image?.currentSrc || image.currentSrc.startsWith('data:')) addresses.push(firstOf(source.srcset))
  }
  for (const video of document.querySelectorAll<HTMLVideoElement>('video[poster]')) addresses.push(video.poster)

  const elements = document.querySelectorAll('body, body *')
  for (let i = 0; i < Math.min(MAX_ELEMENTS, elements.length) && performance.now() - start < budgetMs; i++) {
    const element = elements[i] as Element
    const { backgroundImage } = getComputedStyle(element)
    if (!backgroundImage.includes('url(')) continue
    const { width, height } = element.getBoundingClientRect()
    if (Math.min(width, height) < MIN_SIDE_PX) continue
    for (const [, address] of backgroundImage.matchAll(/url\("([^"]*)"\)/g)) addresses.push(address)
  }

  return addresses
    .map(address => (address ? URL.parse(address, document.baseURI) : null))
    .filter(url => url?.protocol === 'http:' || url?.protocol === 'https:')
    .map(url => url?.origin ?? '')
}
