/** The match pattern that covers an origin. Patterns have no port, so origins that differ only in their port share one. */
export function matchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin)
  return `${protocol}//${hostname}/*`
}

/** The match patterns of all sites, as the manifest offers them. */
export const everySite = ['http://*/*', 'https://*/*']
