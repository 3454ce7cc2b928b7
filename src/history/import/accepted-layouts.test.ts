import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshImport, realTag } from '../../../tests/helpers/fresh-import.ts'
import type { Tag } from '../tag.ts'

let context: Awaited<ReturnType<typeof freshImport>>
beforeEach(async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 0, quota: 1e9 }) } })
  context = await freshImport()
})

const tags = [
  realTag(1, { pageTitle: '"Größe" \\ 靴 { [ , ] } 👟' }),
  realTag(2, { pageUrl: '' }),
  realTag(3, { pageUrl: `https://a.example/${'a'.repeat(5000)}` }),
]

/** Saves the tags, exports them, and imports what an editor made of the file into an empty history. */
async function reimport(edit: (text: string) => BlobPart): Promise<(Tag | undefined)[]> {
  for (const one of tags) await context.history.saveTag(one)
  const text = await (await context.exportHistory('json')).text()
  context = await freshImport()
  const checked = await context.checkImport(new Blob([edit(text)]))
  expect(checked.count).toBe(tags.length)
  await checked.write()
  return Promise.all(tags.map(({ id }) => context.history.readTag(id)))
}

/** Reverses the order of all fields of a JSON value, and of all lists of objects. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(reversed)
    return typeof items[0] === 'object' && items[0] !== null && 'id' in items[0] ? items.reverse() : items
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

const utf16 = (text: string, isLittle: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isLittle ? bytes : bytes.swap16()
}

describe('an export is accepted', () => {
  it.each<[string, (text: string) => BlobPart]>([
    ['as it was written', text => text],
    ['with a byte order mark', text => `\ufeff${text}`],
    ['without its last line end', text => text.trimEnd()],
    ['with empty lines', text => `\n${text.replaceAll('\n', '\n\n')} \t\n`],
    ['with lines that end with \\r\\n', text => text.replaceAll('\n', '\r\n')],
    ['with lines that end with \\r', text => text.replaceAll('\n', '\r')],
    ['laid out with two spaces', text => JSON.stringify(JSON.parse(text), null, 2)],
    ['laid out with tabs and \\r\\n', text => JSON.stringify(JSON.parse(text), null, '\t').replaceAll('\n', '\r\n')],
    ['in one line', text => JSON.stringify(JSON.parse(text))],
    ['in ASCII', text => text.replace(/[^\0-\x7f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)],
    ['with all fields and tags in another order', text => JSON.stringify(reversed(JSON.parse(text)))],
    ['in UTF-16 as Windows writes it', text => utf16(`\ufeff${text}`, true)],
    ['in UTF-16, big-endian', text => utf16(`\ufeff${text}`, false)],
    ['in UTF-16 without a mark', text => utf16(text, true)],
  ])('%s', async (_, edit) => expect(await reimport(edit)).toEqual(tags))
})

it('accepts a file however its bytes are divided', async () => {
  for (const one of tags.slice(0, 2)) await context.history.saveTag(one)
  const text = await (await context.exportHistory('json')).text()
  const bytes = new TextEncoder().encode(JSON.stringify(JSON.parse(text), null, 1).replaceAll('\n', '\r\n'))
  for (const size of [1, 2, 3, 1000]) {
    const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.slice(i * size, (i + 1) * size),
    )
    const stream = () =>
      new ReadableStream({
        pull(controller) {
          const part = parts.shift()
          if (part) controller.enqueue(part)
          else controller.close()
        },
      })
    const file = { size: bytes.length, stream } as unknown as Blob
    expect((await context.checkImport(file)).count).toBe(2)
  }
})
