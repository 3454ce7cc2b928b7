/** A tab's page, as far as the switch is concerned. */
export type Site =
  | { origin: string; host: string }
  /** A page where no extension may draw, and the key of the reason in the locale. */
  | { barred: 'site_barred_browser' | 'site_barred_store' | 'site_barred_file' | 'site_barred_other' }

const stores = [/^chromewebstore\.google\.com$/, /^chrome\.google\.com$/, /^addons\.mozilla\.org$/]

/** Tells whether badges are possible on a page. @param url as the tab has it; undefined where the browser hides it */
export function siteOf(url: string | undefined): Site {
  if (!url || !URL.canParse(url)) return { barred: 'site_barred_other' }
  const { protocol, origin, host, hostname } = new URL(url)
  if (protocol === 'file:') return { barred: 'site_barred_file' }
  if (protocol !== 'http:' && protocol !== 'https:') return { barred: 'site_barred_browser' }
  if (stores.some(store => store.test(hostname))) return { barred: 'site_barred_store' }
  return { origin, host }
}
