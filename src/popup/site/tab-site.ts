/** The site of a tab, as the site switch sees it. */
export type Site =
  | { origin: string; host: string }
  /** The browser keeps extensions off this page. The value is the locale key of the reason. */
  | { barred: 'site_barred_browser' | 'site_barred_store' | 'site_barred_file' | 'site_barred_other' }

const extensionStores = [/^chromewebstore\.google\.com$/, /^chrome\.google\.com$/, /^addons\.mozilla\.org$/]

/** Tells whether a page can have badges. @param url the tab's URL, undefined if the browser hides it */
export function siteOf(url: string | undefined): Site {
  if (!url || !URL.canParse(url)) return { barred: 'site_barred_other' }
  const { protocol, origin, host, hostname } = new URL(url)
  if (protocol === 'file:') return { barred: 'site_barred_file' }
  if (protocol !== 'http:' && protocol !== 'https:') return { barred: 'site_barred_browser' }
  if (extensionStores.some(store => store.test(hostname))) return { barred: 'site_barred_store' }
  return { origin, host }
}
