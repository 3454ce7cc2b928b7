import type { Failure } from '../messages.ts'
import type { PageImage } from './find-images.ts'

/**
 * The picture's bytes as far as this page may read them: same origin, CORS-clean, `data:` and `blob:`.
 * @returns a Failure where its server says no; undefined where the browser does not let us ask
 */
export async function readHere(
  image: PageImage,
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

/** A canvas can be read if the picture came with CORS headers and the page asked for them. */
async function drawHere(image: PageImage): Promise<Blob | undefined> {
  if (!image.complete || image.naturalWidth === 0) return undefined
  try {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    return await canvas.convertToBlob()
  } catch {
    return undefined
  }
}
