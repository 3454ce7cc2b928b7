/**
 * The origins of a page's pictures, one for each picture. It is sent into the page, and can use nothing from outside itself.
 * @param patience milliseconds after which it makes do with what it has found
 */
export function pictureOrigins(patience: number): string[] {
  /** Elements whose style is looked at. */
  const MOST = 3000
  /** What is smaller is an icon, or counts visitors. Pixels. */
  const LEAST = 48
  const start = performance.now()
  const addresses: (string | undefined)[] = []

  const isTiny = (image: HTMLImageElement) =>
    image.complete && Math.max(image.naturalWidth, image.naturalHeight) < LEAST
  const firstOf = (srcset: string) => srcset.trim().split(/,?\s/)[0]
  for (const image of document.images) {
    if (image.currentSrc && !isTiny(image)) addresses.push(image.currentSrc)
    // Those that are still to come have the first of their choices at best.
    if (!image.currentSrc) addresses.push(image.src || firstOf(image.srcset))
  }
  for (const source of document.querySelectorAll<HTMLSourceElement>('picture > source')) {
    const image = source.parentElement?.querySelector('img')
    if (!image?.currentSrc || image.currentSrc.startsWith('data:')) addresses.push(firstOf(source.srcset))
  }
  for (const video of document.querySelectorAll<HTMLVideoElement>('video[poster]')) addresses.push(video.poster)

  const elements = document.querySelectorAll('body, body *')
  for (let i = 0; i < Math.min(MOST, elements.length) && performance.now() - start < patience; i++) {
    const element = elements[i] as Element
    const { backgroundImage } = getComputedStyle(element)
    if (!backgroundImage.includes('url(')) continue
    const { width, height } = element.getBoundingClientRect()
    if (Math.min(width, height) < LEAST) continue
    for (const [, address] of backgroundImage.matchAll(/url\("([^"]*)"\)/g)) addresses.push(address)
  }

  return addresses
    .map(address => (address ? URL.parse(address, document.baseURI) : null))
    .filter(url => url?.protocol === 'http:' || url?.protocol === 'https:')
    .map(url => url?.origin ?? '')
}
