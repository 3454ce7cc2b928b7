import type { Failure } from '../../../apparel/failure.ts'
import { isSvg } from '../../../inference/read/is-svg.ts'
import type { Picture } from '../find/picture.ts'
import { drawFile, drawInPage } from './draw-in-page.ts'
import { loadedImage } from './loaded-image.ts'
import { isOwnUrl, pageCopyOf } from './page-copy.ts'

const FETCH_TIMEOUT_MS = 10_000

/**
 * Reads the picture with the page's own rights: from the same origin, with CORS, from `data:` or `blob:`, or by drawing it.
 * @param picture its URL, '' if it has none, and what shows it, if known
 * @param isChanged whether the URL stands for another picture by now, so that only a drawing is sure to be this one
 * @returns a Failure if the server refuses or the canvas is tainted; undefined if the browser forbids the attempt
 */
export async function readInPage(
  picture: Pick<Picture, 'url' | 'drawable'>,
  isChanged: boolean,
  signal: AbortSignal,
): Promise<Blob | Failure | undefined> {
  const { url } = picture
  const draw = () => {
    const drawable = picture.drawable ?? (url ? loadedImage(url) : undefined)
    return drawable && drawInPage(drawable)
  }
  const early = isChanged ? await draw() : undefined
  if (early) return early
  const fetched = url ? await fetchInPage(url, signal) : { failure: 'tainted' as const }
  if (fetched instanceof Blob && !isSvg(fetched.type) && isFileOf(picture, fetched)) return fetched
  const drawn = await draw()
  if (drawn || !(fetched instanceof Blob)) return drawn ?? fetched
  if (!isSvg(fetched.type)) return { failure: 'other_picture' }
  return (isOwnFile(url) ? await drawFile(fetched) : undefined) ?? { failure: 'drawing' }
}

/** Whether a file is as long as the one that the page has loaded. */
function isFileOf(picture: Pick<Picture, 'url' | 'drawable'>, { size }: Blob): boolean {
  return (pageCopyOf(picture)?.byteLength ?? size) === size
}

/** Whether the page's own site or script made the picture. Another site may send one picture to the page and another to us. */
function isOwnFile(url: string): boolean {
  return /^(data|blob):/.test(url) || isOwnUrl(url)
}

async function fetchInPage(url: string, signal: AbortSignal): Promise<Blob | Failure | undefined> {
  try {
    const response = await fetch(url, {
      // The page has just shown it, so the browser's cache has it.
      cache: 'force-cache',
      credentials: 'same-origin',
      signal: AbortSignal.any([signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]),
    })
    return response.ok ? await response.blob() : { failure: 'refused', detail: String(response.status) }
  } catch {
    return undefined
  }
}
