import { cleanAddress, cleanAddresses } from '../addresses/clean-address.ts'
import type { Provenance } from './provenance.ts'

/** Characters. Some pages put whole paragraphs into their title. */
export const MAX_TITLE_LENGTH = 1000
/** Characters. */
const MAX_URL_LENGTH = 8192

/**
 * Shortens the title, drops URLs that the user could not open again, and removes secrets from title and URLs. A tag's
 * identity is the picture's bytes, so that the picture finds its tag again whatever signature its URL has by then.
 */
export function sanitiseProvenance<Item extends Provenance>(item: Item): Item {
  return {
    ...item,
    pageTitle: cleanAddresses(item.pageTitle.replaceAll('\0', '')).slice(0, MAX_TITLE_LENGTH),
    pageUrl: toWebUrl(item.pageUrl),
    imageUrl: toWebUrl(item.imageUrl),
  }
}

/** Cleaned first: most of a URL that is too long may be its signature. */
function toWebUrl(text: string): string {
  const clean = cleanAddress(text)
  return isWebUrl(clean) ? clean : ''
}

/** Whether a text is an `http:` or `https:` URL of at most 8192 characters. */
export function isWebUrl(text: string): boolean {
  return text.length <= MAX_URL_LENGTH && /^https?:\/\//.test(text) && URL.canParse(text)
}
