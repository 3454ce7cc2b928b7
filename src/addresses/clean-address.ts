import { isSecretValue, secretsOf } from './secret-parameters.ts'

/** Addresses within addresses, as image proxies have them, are cleaned this deep. */
const MAX_DEPTH = 4
/** Without any of these, an address cannot hold a secret. */
const MAY_HOLD_SECRET = /[@?#;=%(\\\t\n\r]|\bey[\w-]{8,}\./

/**
 * Removes from an address what gives access to something: names and passwords, and parameters that are tokens, keys or
 * signatures, in its query, fragment and path, and in addresses within it. Everything else stays as it is, so that the
 * address still leads to its page or picture wherever that needs no secret. An address without secrets is returned
 * unchanged.
 */
export function cleanAddress(address: string): string {
  if (!MAY_HOLD_SECRET.test(address)) return address
  return cleanReference(withoutUser(address), MAX_DEPTH)
}

/** Cleans every address within a text, as `cleanAddress` does. */
export function cleanAddresses(text: string): string {
  return text.replace(/\b[a-z][a-z\d+.-]*:\/\/[^\s"'<>]+/gi, cleanAddress)
}

/** Reads the address as browsers do, which accept backslashes and ignore line breaks. */
function withoutUser(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (!url.username && !url.password && !/[\\\t\n\r]/.test(address)) return address
  url.username = url.password = ''
  return url.href
}

/** @param text an address, absolute or not */
function cleanReference(text: string, depth: number): string {
  const [, base = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? []
  const [, route = '', inRoute] = /^([^?]*)(?:\?(.*))?$/s.exec(fragment ?? '') ?? []
  const cleanRoute = route.includes('=') ? cleanParameters(route, depth) : cleanPath(route, depth)
  return (
    cleanBase(base, depth) +
    optional('?', query, cleanParameters(query ?? '', depth)) +
    optional('#', fragment, cleanRoute + optional('?', inRoute, cleanParameters(inRoute ?? '', depth)))
  )
}

/** Drops the separator together with what followed it, unless nothing did. */
function optional(separator: string, before: string | undefined, after: string): string {
  return before === undefined || (after === '' && before !== '') ? '' : separator + after
}

/** Cleans everything before the query: scheme, host and path. */
function cleanBase(base: string, depth: number): string {
  const [origin = ''] = /^(?:[a-z][a-z\d+.-]*:)*(?:\/\/[^/]*)?/i.exec(base) ?? []
  // An address in the path is not encoded always.
  const path = base.slice(origin.length).replace(/((?:https?|ftp):\/{1,2})[^/]*@/gi, '$1')
  return origin.replace(/(\/\/).*@/, '$1') + cleanPath(path, depth)
}

function cleanPath(path: string, depth: number): string {
  const segments = path.split('/')
  const kept = segments.map(segment => cleanSegment(segment, depth))
  return kept.filter((segment, i) => segment !== '' || segments[i] === '').join('/')
}

/** Cleans a part of a path; some servers write parameters (`;jsessionid=…`) and sessions (`(S(…))`) there. */
function cleanSegment(segment: string, depth: number): string {
  if (/^\((?:[A-Z]\([^()]*\))+\)$/.test(segment)) return ''
  return segment.includes('=') ? cleanParameters(segment, depth) : cleanValue(segment, depth)
}

/** Cleans parameters that are separated by `&` or `;`, and keeps the order and spelling of the others. */
function cleanParameters(text: string, depth: number): string {
  const pieces = text.split(/(?=[&;])/).map(piece => {
    const [, separator = '', name = '', value] = /^([&;]?)([^=]*)(?:=(.*))?$/s.exec(piece) ?? []
    return { separator, name, value }
  })
  const decoded = pieces.map(({ name, value }) => ({ name: decode(name), value: decode(value ?? '') }))
  const secrets = secretsOf(decoded)
  const kept = pieces
    .filter((_, i) => !secrets[i])
    .map(({ separator, name, value }) =>
      value === undefined ? separator + cleanValue(name, depth) : `${separator}${name}=${cleanValue(value, depth)}`,
    )
    .join('')
  return secrets[0] ? kept.replace(/^[&;]/, '') : kept
}

/** Cleans a value that may be an address itself. */
function cleanValue(raw: string, depth: number): string {
  const value = decode(raw)
  if (!MAY_HOLD_SECRET.test(value)) return raw
  if (isSecretValue(value)) return ''
  if (depth === 0 || !/[/?#=@]/.test(value)) return raw
  const clean = cleanReference(URL.canParse(value) ? withoutUser(value) : value, depth - 1)
  if (clean === value) return raw
  return raw === value ? clean : encodeURIComponent(clean)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
