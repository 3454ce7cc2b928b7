import type { Answer, Failure } from '../messages.ts'
import type { PageImage } from './find-images.ts'

/** Longer side of a picture that is read from the page itself: more than the network can see. Pixels. */
const MAX_SIDE = 1024

/**
 * The host reads only what the person has granted, and without cookies and referrer; the page may be let in where the host
 * was not.
 */
export function pageMayKnowMore(answer: Answer): boolean {
  return 'failure' in answer && (answer.failure === 'unreachable' || answer.failure === 'refused')
}

/**
 * The picture's bytes as far as this page may read them: same origin, CORS-clean, `data:` and `blob:`.
 * @param image where the page shows it, if that is known
 * @returns a Failure where its server says no; undefined where the browser does not let us ask
 */
export async function readHere(
  image: PageImage | undefined,
  url: string,
  signal: AbortSignal,
): Promise<Blob | Failure | undefined> {
  const fetched = await fetchHere(url, signal)
  return fetched instanceof Blob ? fetched : ((await drawHere(image)) ?? fetched)
}

async function fetchHere(url: string, signal: AbortSignal): Promise<Blob | Failure | undefined> {
  try {
    const response = await fetch(url, {
      // The page has just shown it, so the cache has it.
      cache: 'force-cache',
      credentials: 'same-origin',
      signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    })
    return response.ok ? await response.blob() : { failure: 'refused', detail: String(response.status) }
  } catch {
    return undefined
  }
}

/** A canvas can be read if the picture came with CORS headers and the page asked for them; one pixel tells. */
async function drawHere(image: PageImage | undefined): Promise<Blob | undefined> {
  if (!image?.complete || image.naturalWidth === 0) return undefined
  try {
    draw(image, 1, 1).getContext('2d')?.getImageData(0, 0, 1, 1)
    const scale = Math.min(1, MAX_SIDE / Math.max(image.naturalWidth, image.naturalHeight))
    return await draw(image, image.naturalWidth * scale, image.naturalHeight * scale).convertToBlob()
  } catch {
    return undefined
  }
}

function draw(image: PageImage, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}
