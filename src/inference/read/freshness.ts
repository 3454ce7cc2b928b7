/** For how long a response stands for its URL. */
export interface Freshness {
  /** How long the same URL still stands for the same file, milliseconds; 0 if the server may change it at any time. */
  freshMs: number
  /** Whether the server may send another picture to every request: it lets nobody keep this one and names no version. */
  isVolatile: boolean
}

/** Share of its age for which a file without an explicit lifetime counts as fresh (RFC 9111, 4.2.2). */
const HEURISTIC_SHARE = 0.1
const MAX_HEURISTIC_MS = 24 * 3600 * 1000

/**
 * Reads a response's freshness as the browser's cache does (RFC 9111, 4.2). What the browser hides from us counts as missing,
 * which makes the response older rather than younger.
 * @param now milliseconds since 1970
 */
export function freshnessOf(headers: Headers, now = Date.now()): Freshness {
  const control = (headers.get('cache-control') ?? headers.get('pragma') ?? '').toLowerCase()
  const isModifiedKnown = headers.has('last-modified')
  if (/\bno-store\b/.test(control)) return { freshMs: 0, isVolatile: !isModifiedKnown }
  const lifetimeMs = /\bno-cache\b/.test(control) ? 0 : lifetimeOf(headers, control, now)
  const sentAt = timeIn(headers, 'date') ?? now
  const ageMs = Math.max(0, Number(headers.get('age')) * 1000 || 0, now - sentAt)
  const freshMs = Math.max(0, (lifetimeMs ?? heuristicLifetimeOf(headers, sentAt)) - ageMs)
  return { freshMs, isVolatile: lifetimeMs === 0 && !isModifiedKnown && !headers.has('etag') }
}

/** The explicit lifetime; undefined if there is none. */
function lifetimeOf(headers: Headers, control: string, now: number): number | undefined {
  const maxAge = /\bmax-age="?(\d+)/.exec(control)?.[1]
  if (maxAge !== undefined) return Number(maxAge) * 1000
  if (!headers.has('expires')) return undefined
  // An invalid date, such as 0, means a time in the past.
  return Math.max(0, (timeIn(headers, 'expires') ?? 0) - (timeIn(headers, 'date') ?? now))
}

function heuristicLifetimeOf(headers: Headers, sentAt: number): number {
  const age = sentAt - (timeIn(headers, 'last-modified') ?? sentAt)
  return Math.min(MAX_HEURISTIC_MS, Math.max(0, age * HEURISTIC_SHARE))
}

function timeIn(headers: Headers, name: string): number | undefined {
  const time = Date.parse(headers.get(name) ?? '')
  return Number.isNaN(time) ? undefined : time
}
