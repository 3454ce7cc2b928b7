import type { Provenance } from '../../../history/provenance.ts'

const MAX_TITLE_LENGTH = 300

/** What the history stores about this page. A `data:` URL is the picture itself and would be stored twice. */
export function provenanceOf(url: string, by: Provenance['by']): Provenance {
  // `document.title` may be clobbered by an `<img name="title">`.
  const pageTitle = String(document.querySelector('title')?.text ?? '').slice(0, MAX_TITLE_LENGTH)
  // A frame without an address takes that of the page that created it.
  const pageUrl = location.protocol.startsWith('http') ? location.href : document.baseURI
  return { pageUrl, pageTitle, imageUrl: url.startsWith('data:') ? '' : url, by }
}
