import type { Provenance } from './provenance.ts'

/** Characters of a title: pages put whole texts there. */
export const MOST_TITLE = 1000
/** Characters of an address. */
export const MOST_ADDRESS = 8192

/** What the history keeps of a provenance: texts of a reasonable length, and addresses that a person could open again. */
export function clip<Seen extends Provenance>(seen: Seen): Seen {
  return {
    ...seen,
    pageTitle: seen.pageTitle.replaceAll('\0', '').slice(0, MOST_TITLE),
    pageUrl: isAddress(seen.pageUrl) ? seen.pageUrl : '',
    imageUrl: isAddress(seen.imageUrl) ? seen.imageUrl : '',
  }
}

/** Whether a text is the address of something on the web. */
export function isAddress(text: string): boolean {
  return text.length <= MOST_ADDRESS && /^https?:\/\//.test(text) && URL.canParse(text)
}
