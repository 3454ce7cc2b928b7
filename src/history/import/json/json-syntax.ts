const SPACE = /[ \t\n\r]*/y
const TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const BEGINNING = /^(?:"(?:[^"\\\u0000-\u001f]|\\.)*\\?|-|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/s

/** What the browser's parser does not say about a JSON object: where it is wrong, and where its fields are. */
export interface JsonSyntax {
  /** Offset of the first character that is no JSON; undefined if the text is JSON, or the beginning of it. */
  error: number | undefined
  /** Offsets of the names of the object's own fields. */
  fields: Map<string, number>
}

/** Reads a JSON text only to explain an error: it takes longer than the browser's parser. */
export function jsonSyntax(text: string): JsonSyntax {
  const fields = new Map<string, number>()
  const open: string[] = []
  let expected = 'value'
  let at = 0
  for (;;) {
    at = match(SPACE, text, at)?.end ?? at
    if (at === text.length || (open.length === 0 && expected === 'end')) break
    const token = match(TOKEN, text, at)
    const kind = token && kindOf(token.text)
    const next = kind && nextAfter(kind, expected, open)
    // A text that ends within a token is the beginning of JSON.
    if (!next) return { error: token || !BEGINNING.test(text.slice(at)) ? at : undefined, fields }
    if (expected.includes('name') && kind === 'string' && open.length === 1) fields.set(JSON.parse(token.text), at)
    expected = next
    at = token.end
  }
  return { error: at < text.length ? at : undefined, fields }
}

/** What may follow a token; undefined if the token itself may not be here. Keeps the list of open brackets. */
function nextAfter(kind: string, expected: string, open: string[]): string | undefined {
  const ended = () => (open.length === 0 ? 'end' : 'comma or close')
  if (kind === ',' && expected === 'comma or close') return open.at(-1) === '{' ? 'name' : 'value'
  if (kind === ':' && expected === 'colon') return 'value'
  if (kind === 'string' && expected.includes('name')) return 'colon'
  const closes = (kind === '}' && open.at(-1) === '{') || (kind === ']' && open.at(-1) === '[')
  if (closes && expected.includes('close')) {
    open.pop()
    return ended()
  }
  if (!expected.includes('value')) return undefined
  if (kind === 'string' || kind === 'scalar') return ended()
  if (kind !== '{' && kind !== '[') return undefined
  open.push(kind)
  return kind === '{' ? 'name or close' : 'value or close'
}

function kindOf(token: string): string {
  if (token.startsWith('"')) return 'string'
  return '{}[],:'.includes(token) ? token : 'scalar'
}

function match(pattern: RegExp, text: string, at: number): { text: string; end: number } | undefined {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? { text: found[0], end: pattern.lastIndex } : undefined
}
