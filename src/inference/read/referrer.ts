import type browser from 'webextension-polyfill'

/** The URL of the page or frame that opened a Port; undefined if it is not on the web. */
export function pageOf(sender: browser.Runtime.MessageSender | undefined): string | undefined {
  // The polyfill's types lack `origin`. A frame without a URL of its own has the origin of the page that created it.
  const { url = '', origin = '' } = (sender ?? {}) as { url?: string; origin?: string }
  return [url, origin].find(address => /^https?:/.test(address))
}

/**
 * The referrer that browsers send by default for a page's picture: the page's URL to the same origin, only the origin to
 * others, and nothing from a secure page to an insecure server.
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
