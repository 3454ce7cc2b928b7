/** What to ask the browser for. A match pattern knows no port, so origins that differ in it alone share one. */
export function matchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}

/** The match patterns of all sites, as the manifest offers them. */
export const everySite = ['http://*/*', 'https://*/*']
