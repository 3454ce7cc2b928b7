import type { Provenance } from './provenance.ts'

/** Characters. Some pages put whole paragraphs into their title. */
export const MAX_TITLE_LENGTH = 1000
/** Characters. */
const MAX_URL_LENGTH = 8192

/** Shortens the title and drops URLs that the user could not open again. */
export function sanitiseProvenance<Item extends Provenance>(item: Item): Item {
  return {
    ...item,
    pageTitle: item.pageTitle.replaceAll('\0', '').slice(0, MAX_TITLE_LENGTH),
    pageUrl: isWebUrl(item.pageUrl) ? item.pageUrl : '',
    imageUrl: isWebUrl(item.imageUrl) ? item.imageUrl : '',
  }
}

/** Whether a text is an `http:` or `https:` URL of at most 8192 characters. */
export function isWebUrl(text: string): boolean {
  return text.length <= MAX_URL_LENGTH && /^https?:\/\//.test(text) && URL.canParse(text)
}
