import type browser from 'webextension-polyfill'

/** The URL of the page or frame that opened a Port; undefined if it is not on the web. */
export function pageOf(sender: browser.Runtime.MessageSender | undefined): string | undefined {
  // The polyfill's types lack `origin`. A frame without a URL of its own has the origin of the page that created it.
  const { url = '', origin = '' } = (sender ?? {}) as { url?: string; origin?: string }
  return [url, origin].find(address => /^https?:/.test(address))
}

/**
 * The referrer to send where a page's policy lets it tell the picture's server which site it is: never more than the origin, and
 * nothing from a secure page to an insecure server. Its own server needs none, because the page reads that picture itself.
 */
export function referrerOf(pictureUrl: string, pageUrl: string): string | undefined {
  const page = new URL(pageUrl)
  const picture = URL.parse(pictureUrl)
  if (!picture || !/^https?:$/.test(picture.protocol) || picture.origin === page.origin) return undefined
  return page.protocol === 'https:' && picture.protocol !== 'https:' ? undefined : `${page.origin}/`
}
