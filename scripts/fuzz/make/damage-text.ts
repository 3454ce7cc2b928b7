import type { Random } from './random.ts'

/** A changed export, and what was changed. */
export interface TextChange {
  name: string
  bytes: Uint8Array
}

/** Deeper than any parser that calls itself can follow. */
const DEEP = 200_000

/** Values, as JSON or nearly so, that no field expects. */
const values: Record<string, () => string> = {
  null: () => 'null',
  true: () => 'true',
  text: () => '"text"',
  'empty text': () => '""',
  list: () => '[]',
  record: () => '{}',
  'list of null': () => '[null]',
  negative: () => '-1',
  'minus zero': () => '-0',
  fraction: () => '0.1e-320',
  'largest number': () => '1.7976931348623157e308',
  infinity: () => '1e999',
  'unsafe integer': () => '9007199254740993',
  'long number': () => '9'.repeat(5000),
  'long text': () => `"${'x'.repeat(20_000)}"`,
  'endless text': () => `"${'x'.repeat(1_100_000)}"`,
  'deep list': () => '['.repeat(DEEP) + ']'.repeat(DEEP),
  'deep record': () => `${'{"a":'.repeat(DEEP / 2)}1${'}'.repeat(DEEP / 2)}`,
  'half a surrogate': () => '"\\ud800"',
  NUL: () => '"\\u0000"',
  'right to left': () => '"\u202e\u2066https://a.example"',
  script: () => '"<script>polluted = 1</script><img src=x onerror=polluted=1>"',
  'script address': () => '"javascript:polluted=1"',
  'address with a password': () => '"https://user:secret@shop.example/a.jpg"',
  'NaN, which JSON lacks': () => 'NaN',
  nothing: () => '',
}

/** Changes of one line's text. */
const lineChanges: Record<string, (line: string, random: Random) => string> = {
  'prototype as a field': line => withField(line, '"__proto__":{"polluted":1}'),
  'constructor as a field': line => withField(line, '"constructor":{"prototype":{"polluted":1}}'),
  'method as a field': line => withField(line, '"toString":null'),
  'unknown field': line => withField(line, '"extra":1'),
  'duplicate key': (line, random) => withField(line, random.pick(fieldsOf(line)) ?? '"id":1'),
  'missing field': (line, random) => line.replace(`${random.pick(fieldsOf(line))},`, ''),
  'reordered fields': line => line.replace(/^\{("id":"[^"]*"),("garment":"[^"]*"),/, '{$2,$1,'),
  'a key in capitals': line => line.replace('"garment"', '"Garment"'),
  'escaped key': line => line.replace('"garment"', '"\\u0067arment"'),
  'spaces between': line => line.replaceAll(/([,:])(?=["{[\d])/g, '$1 \t'),
  'upper-case id': line => line.replace(/"id":"[^"]*"/, id => id.toUpperCase().replace('ID', 'id')),
  'base64 with line breaks': line => line.replace(/("thumbnail":".{40})/, '$1\\n'),
  'base64 without padding': line => line.replaceAll('=', ''),
  'huge thumbnail': line => line.replace(/"thumbnail":"/, `"thumbnail":"${'AAAA'.repeat(60_000)}`),
  comment: line => `/* a tag */${line}`,
}

/** Changes of the whole text. */
const textChanges: Record<string, (text: string, random: Random) => string | Uint8Array> = {
  'byte order mark': text => `\ufeff${text}`,
  'two byte order marks': text => `\ufeff\ufeff${text}`,
  'carriage returns': text => text.replaceAll('\n', '\r\n'),
  'carriage returns alone': text => text.replaceAll('\n', '\r'),
  'UTF-16': text => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'Latin-1': text => Buffer.from(text, 'latin1'),
  'no newline at the end': text => text.trimEnd(),
  'newlines at the end': text => `${text}\n\n`,
  'empty lines between': text => text.replaceAll('\n', '\n\n'),
  'pretty-printed': text => JSON.stringify(JSON.parse(text), null, 2),
  'on one line': text => text.replaceAll('\n', ''),
  twice: text => text + text,
  'a line twice': text => text.replace(/\n(\{.*\}),?\n/, '\n$1,\n$1,\n'),
  'lines reversed': text => text.split('\n').reverse().join('\n'),
  'no last line': text => text.replace(/\n\]\}\n$/, '\n'),
  'no comma': text => text.replaceAll(/\},\n/g, '}\n'),
  'comma at the end': text => text.replace(/\}\n\]/, '},\n]'),
  'newer version': text => text.replace(/"version":\d+/, '"version":99'),
  'odd version': (text, random) =>
    text.replace(
      /"version":\d+/,
      `"version":${random.pick(['0', '-1', '1.0', '1e0', '"1"', 'null', '9'.repeat(400)])}`,
    ),
  'other format': text => text.replace('apparel-lens', 'other'),
  'a number': () => '1',
  'a deep list': () => '['.repeat(DEEP),
  'tags in a record': text => text.replace('"tags":[', '"tags":{'),
  'many empty tags': text => text.replace('\n', `\n${'{},\n'.repeat(5000)}`),
  'many newlines': text => text.replace('\n', '\n'.repeat(100_000)),
  'a picture': () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  'only spaces': () => ' '.repeat(10_000),
}

/** The names of all changes. */
export const textChangeNames = [...Object.keys(lineChanges), ...Object.keys(textChanges), ...Object.keys(values)]

/** Changes one tag of an export: a field's value, its fields or its notation. */
export function damageLine(text: string, random: Random): TextChange {
  const lines = text.split('\n')
  const number = 1 + random.below(lines.length - 3)
  const line = lines[number] ?? ''
  const isValue = random.chance(0.6)
  const name = random.pick(Object.keys(isValue ? values : lineChanges))
  lines[number] = isValue
    ? withValue(line, values[name]?.() ?? '', random)
    : (lineChanges[name]?.(line, random) ?? line)
  return { name, bytes: Buffer.from(lines.join('\n')) }
}

/** Changes an export as a whole: its encoding, its lines, its first or last line. */
export function damageText(text: string, random: Random): TextChange {
  const name = random.pick(Object.keys(textChanges))
  return { name, bytes: Buffer.from(textChanges[name]?.(text, random) ?? text) }
}

/** The fields of a tag's line, each as `"name":value`, without the lists. */
function fieldsOf(line: string): string[] {
  return line.match(/"\w+":(?:"[^"]*"|-?[\d.e+-]+)/g) ?? []
}

function withField(line: string, field: string): string {
  return line.replace(/^\{/, `{${field},`)
}

function withValue(line: string, value: string, random: Random): string {
  const field = random.pick(fieldsOf(line))
  return line.replace(field, () => `${field.slice(0, field.indexOf(':') + 1)}${value}`)
}
