import type { Failure } from '../../../apparel/failure.ts'
import { isSvg } from '../../../inference/read/is-svg.ts'
import type { Picture } from '../find/picture.ts'
import { drawFile, drawInPage } from './draw-in-page.ts'

const FETCH_TIMEOUT_MS = 10_000

/**
 * Reads the picture with the page's own rights: from the same origin, with CORS, from `data:` or `blob:`, or by drawing it.
 * @param url '' if it has none
 * @param drawable what shows it, if known
 * @returns a Failure if the server refuses or the canvas is tainted; undefined if the browser forbids the attempt
 */
export async function readInPage(
  url: string,
  drawable: Picture['drawable'],
  signal: AbortSignal,
): Promise<Blob | Failure | undefined> {
  const fetched = url ? await fetchInPage(url, signal) : { failure: 'tainted' as const }
  if (fetched instanceof Blob && !isSvg(fetched.type)) return fetched
  const drawn = drawable && (await drawInPage(drawable))
  if (drawn || !(fetched instanceof Blob)) return drawn ?? fetched
  return (isOwnFile(url) ? await drawFile(fetched) : undefined) ?? { failure: 'drawing' }
}

/** Whether the page's own site or script made the picture. Another site may send one picture to the page and another to us. */
function isOwnFile(url: string): boolean {
  return /^(data|blob):/.test(url) || URL.parse(url)?.origin === location.origin
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
