import type { Failure } from '../../../apparel/failure.ts'
import { isSvg } from '../../../inference/read/is-svg.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import { drawFile, drawInPage } from './draw-in-page.ts'
import { loadedImage } from './loaded-image.ts'
import { isOwnUrl, pageCopyOf, type Shown } from './page-copy.ts'

const FETCH_TIMEOUT_MS = 10_000

/**
 * Reads the picture with the page's own rights: from the same origin, with CORS, from `data:` or `blob:`, or by drawing it.
 * @param picture its URL, '' if it has none, and what shows it, if known
 * @param isChanged whether the URL stands for another picture by now, so that only a drawing is sure to be this one
 * @param mayTellOrigin whether the page tells the picture's server its origin, as a script's request to another site does
 * @returns a Failure if the server refuses or the canvas is tainted; undefined if the browser forbids the attempt
 */
export async function readInPage(
  picture: Shown,
  isChanged: boolean,
  mayTellOrigin: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<Blob | Failure | undefined> {
  const { url } = picture
  const draw = () => {
    const drawable = picture.drawable ?? loadedImage(url)
    return drawable && drawInPage(drawable)
  }
  const early = isChanged ? await draw() : undefined
  if (early) return early
  const fetched = await fetchInPage(picture, mayTellOrigin, signal)
  if (fetched instanceof Blob && !isSvg(fetched.type) && isFileOf(picture, fetched)) return fetched
  const drawn = await draw()
  if (drawn || !(fetched instanceof Blob)) return drawn ?? fetched
  if (!isSvg(fetched.type)) return undefined
  return (isOwnFile(url) ? await drawFile(fetched) : undefined) ?? { failure: 'drawing' }
}

/** Whether a file is as long as the one that the page has loaded. */
function isFileOf(picture: Shown, { size }: Blob): boolean {
  return (pageCopyOf(picture)?.byteLength || size) === size
}

/** Whether the page's own site or script made the picture. Another site may send one picture to the page and another to us. */
function isOwnFile(url: string): boolean {
  return url.startsWith('data:') || isOwnUrl(url)
}

async function fetchInPage(
  { url, drawable }: Shown,
  mayTellOrigin: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<Blob | Failure | undefined> {
  if (!url) return { failure: 'tainted' }
  if (!isOwnFile(url) && !(await mayTellOrigin())) return undefined
  try {
    const response = await fetch(url, {
      // The page has just shown it, so the browser's cache has it.
      cache: 'force-cache',
      credentials: 'same-origin',
      // '' means the document's.
      referrerPolicy: drawable && isHtmlElement(drawable, 'img') ? (drawable.referrerPolicy as ReferrerPolicy) : '',
      signal: AbortSignal.any([signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]),
    })
    return response.ok ? await response.blob() : { failure: 'refused', detail: String(response.status) }
  } catch {
    return undefined
  }
}
