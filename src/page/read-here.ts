import type { Answer, Failure } from '../messages.ts'
import type { Picture } from './find/picture.ts'

type Drawable = NonNullable<Picture['drawable']>

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
 * The picture's bytes as far as this page may read them: same origin, CORS-clean, `data:`, `blob:`, what it has drawn.
 * @param url '' where it has none
 * @param drawable what shows it, if that is known
 * @returns a Failure where its server says no, or its canvas is tainted; undefined where the browser does not let us ask
 */
export async function readHere(
  url: string,
  drawable: Drawable | undefined,
  signal: AbortSignal,
): Promise<Blob | Failure | undefined> {
  const fetched = url ? await fetchHere(url, signal) : { failure: 'tainted' as const }
  return fetched instanceof Blob ? fetched : ((drawable && (await drawHere(drawable))) ?? fetched)
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

/** What came without CORS headers, or without the page asking for them, taints a canvas; one pixel tells. */
async function drawHere(drawable: Drawable): Promise<Blob | undefined> {
  const { width, height } = sizeOf(drawable)
  if (!width || !height) return undefined
  try {
    draw(drawable, 1, 1).getContext('2d')?.getImageData(0, 0, 1, 1)
    const scale = Math.min(1, MAX_SIDE / Math.max(width, height))
    return await draw(drawable, width * scale, height * scale).convertToBlob()
  } catch {
    return undefined
  }
}

function sizeOf(drawable: Drawable): { width: number; height: number } {
  if (drawable instanceof HTMLImageElement) return { width: drawable.naturalWidth, height: drawable.naturalHeight }
  if (drawable instanceof HTMLVideoElement) return { width: drawable.videoWidth, height: drawable.videoHeight }
  return drawable instanceof HTMLCanvasElement ? drawable : drawable.getBoundingClientRect()
}

function draw(drawable: Drawable, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.ceil(width), Math.ceil(height))
  canvas.getContext('2d')?.drawImage(drawable, 0, 0, canvas.width, canvas.height)
  return canvas
}
