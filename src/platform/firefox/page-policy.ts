/** Referrer policies by which a page tells other sites nothing. A `<meta>` may say `never` (https://html.spec.whatwg.org/#meta-referrer). */
const SECRETIVE = ['no-referrer', 'same-origin', 'never']
/** Of several policies in a header, the last known one counts (https://w3c.github.io/webappsec-referrer-policy/#parse-referrer-policy-from-header). */
const KNOWN =
  /^(?:no-referrer|no-referrer-when-downgrade|same-origin|origin|strict-origin|origin-when-cross-origin|strict-origin-when-cross-origin|unsafe-url)$/
/** What Firefox accepts when it loads a document: a server may have promised another document to others. */
const DOCUMENT_ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

/**
 * Whether the document's referrer policy tells other sites the origin. No script can read the policy, and an empty frame has the
 * referrer of its parent in Firefox. So this reads the header of the document in the browser's cache. What cannot be known, as of
 * a document that may not be stored, counts as no.
 */
export async function documentTellsOrigin(): Promise<boolean> {
  const header = await headerPolicy()
  const metas = Array.from(
    document.querySelectorAll<HTMLMetaElement>('meta[name=referrer i]'),
    ({ content }) => content,
  )
  return header !== undefined && ![header, ...metas].some(policy => SECRETIVE.includes(policy.trim().toLowerCase()))
}

/** The policy in the header of this document; '' if it has none, undefined if the header is unknown. */
async function headerPolicy(): Promise<string | undefined> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  // Its service worker may have answered with another header, and would see this request.
  if (!navigation || navigation.workerStart || navigator.serviceWorker?.controller) return undefined
  try {
    // Requests nothing. The page may have changed its address without loading another document.
    const { headers } = await fetch(navigation.name, {
      cache: 'only-if-cached',
      mode: 'same-origin',
      headers: { accept: DOCUMENT_ACCEPT },
    })
    const policies = (headers.get('referrer-policy') ?? '').toLowerCase().split(',')
    return policies.map(policy => policy.trim()).findLast(policy => KNOWN.test(policy)) ?? ''
  } catch {
    return undefined
  }
}
