/**
 * How long a response asks to wait, in milliseconds: a number of seconds or an HTTP date (RFC 9110, 10.2.3), which is
 * compared with the server's own clock if the browser shows it.
 * @param now milliseconds since 1970
 * @returns undefined if it does not say
 */
export function retryAfterMs(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1000
  const until = Date.parse(value)
  if (Number.isNaN(until)) return undefined
  const sentAt = Date.parse(headers.get('date') ?? '')
  return Math.max(0, until - (Number.isNaN(sentAt) ? now : sentAt))
}
