import type { Provenance } from '../../../history/provenance.ts'

/** Characters of a page's title that are kept. */
const MAX_TITLE = 300

/** What the history keeps of this page. A `data:` URL is the picture itself and would be stored twice. */
export function provenanceOf(url: string, by: Provenance['by']): Provenance {
  // A page may put an element in the place of `document.title`, by an `<img name="title">`.
  const pageTitle = String(document.querySelector('title')?.text ?? '').slice(0, MAX_TITLE)
  // A frame may have no address of its own: then it is told by the page that wrote it.
  const pageUrl = location.protocol.startsWith('http') ? location.href : document.baseURI
  return { pageUrl, pageTitle, imageUrl: url.startsWith('data:') ? '' : url, by }
}
