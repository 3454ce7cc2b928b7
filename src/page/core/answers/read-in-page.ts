import type { Failure } from '../../../apparel/failure.ts'
import { isDrawing } from '../../../inference/read/is-svg.ts'
import type { Picture } from '../find/picture.ts'
import { drawFile, drawInPage } from './draw-in-page.ts'

/**
 * The picture's bytes as far as this page may read them: same origin, CORS-clean, `data:`, `blob:`, what it has drawn.
 * @param url '' where it has none
 * @param drawable what shows it, if that is known
 * @returns a Failure where its server says no, or its canvas is tainted; undefined where the browser does not let us ask
 */
export async function readInPage(
  url: string,
  drawable: Picture['drawable'],
  signal: AbortSignal,
): Promise<Blob | Failure | undefined> {
  const fetched = url ? await fetchHere(url, signal) : { failure: 'tainted' as const }
  if (fetched instanceof Blob && !isDrawing(fetched.type)) return fetched
  const drawn = drawable && (await drawInPage(drawable))
  if (drawn || !(fetched instanceof Blob)) return drawn ?? fetched
  return (isOfPage(url) ? await drawFile(fetched) : undefined) ?? { failure: 'drawing' }
}

/** What the page's own site or script has made. Another site may have sent the page a picture, and us a drawing. */
function isOfPage(url: string): boolean {
  return /^(data|blob):/.test(url) || URL.parse(url)?.origin === location.origin
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
