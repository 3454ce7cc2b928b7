import type browser from 'webextension-polyfill'

/** The address of the page, or frame, that a Port comes from; undefined where it has none on the web. */
export function pageOf(sender: browser.Runtime.MessageSender | undefined): string | undefined {
  // The polyfill's types do not know `origin` yet. A frame without an address of its own has that of who wrote it.
  const { url = '', origin = '' } = (sender ?? {}) as { url?: string; origin?: string }
  return [url, origin].find(address => /^https?:/.test(address))
}

/**
 * What browsers send by default as the referrer of a page's picture: the page's address on its own site, elsewhere no more
 * than its origin, and nothing where a secure page has an insecure picture.
 * (https://www.w3.org/TR/referrer-policy/#referrer-policy-strict-origin-when-cross-origin)
 */
export function referrerOf(pictureUrl: string, pageUrl: string): string | undefined {
  const page = new URL(pageUrl)
  const picture = new URL(pictureUrl)
  if (page.origin !== picture.origin)
    return page.protocol === 'https:' && picture.protocol !== 'https:' ? undefined : `${page.origin}/`
  page.username = page.password = page.hash = ''
  return page.href
}
