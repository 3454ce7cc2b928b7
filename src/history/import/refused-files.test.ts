import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshImport, idOf, linesOfTwo } from '../../../tests/helpers/fresh-import.ts'
import { FIRST_LINE } from '../export/json-format.ts'

type Context = Awaited<ReturnType<typeof freshImport>>
let history: Context['history']
let checkImport: Context['checkImport']
beforeEach(async () => {
  ;({ history, checkImport } = await freshImport())
})

describe('refuses a file', () => {
  const refusal = async (file: Blob) => {
    const error = await checkImport(file).then(
      () => undefined,
      (error: Error & { reason: string; line: number; field: string }) => error,
    )
    expect(await history.countTags()).toBe(0)
    return error && [error.name, error.reason, error.line, error.field]
  }
  const refused = (reason: string, line: number, field = '') => ['ImportError', reason, line, field]

  it.each<[string, string, string, number]>([
    ['empty', '', 'not_ours', 0],
    ['other JSON', '{"tags":[]}', 'not_ours', 1],
    ['a list', '[\n]\n', 'not_ours', 1],
    ['an export that was reformatted', '{\n "format": "apparel-lens-history"\n}', 'not_ours', 1],
    ['arranged in the way of a later version', '{"format":"apparel-lens-history","version":3,"more":[', 'newer', 1],
    ['an export with more than this version writes', FIRST_LINE.replace('"tags"', '"more":true,"tags"'), 'not_ours', 1],
    ['an export without its classes', FIRST_LINE.replace(/"classes":\[.*?\],/, ''), 'not_ours', 1],
    ['an export of version 0', FIRST_LINE.replace('"version":2', '"version":0'), 'not_ours', 1],
    ['an export of an absurd version', FIRST_LINE.replace('"version":2', '"version":1e99'), 'not_ours', 1],
    ['truncated after its first line', `${FIRST_LINE}\n`, 'cut_off', 1],
    ['HTML', '<!doctype html>\n<title>x</title>', 'not_ours', 1],
  ])('that is %s', async (_, text, reason, line) => {
    expect(await refusal(new Blob([text]))).toEqual(refused(reason, line))
  })

  it('of more than 2 GB without reading it', async () => {
    const stream = vi.fn()
    expect(await refusal({ size: 2e9 + 1, stream } as unknown as Blob)).toEqual(refused('too_large', 0))
    expect(stream).not.toHaveBeenCalled()
  })

  it('with an endless line after reading little of it', async () => {
    let pieces = 0
    const endless = new ReadableStream({
      pull(controller) {
        pieces++
        controller.enqueue(new Uint8Array(100_000).fill(97))
      },
    })
    expect(await refusal({ size: 1e9, stream: () => endless } as unknown as Blob)).toEqual(refused('long_line', 1))
    expect(pieces).toBeLessThan(20)
  })

  it('with bytes that are not UTF-8', async () => {
    const lines = await linesOfTwo()
    const bytes = Buffer.from(lines.join('\n'))
    bytes[bytes.indexOf('Page', (lines[0]?.length ?? 0) + (lines[1]?.length ?? 0))] = 0xff
    expect(await refusal(new Blob([bytes]))).toEqual(refused('not_text', 3))
  })

  it('that the browser can no longer read', async () => {
    const stream = () =>
      new ReadableStream({ pull: () => Promise.reject(new DOMException('gone', 'NotReadableError')) })
    expect(await refusal({ size: 9, stream } as unknown as Blob)).toEqual(refused('unreadable', 0))
  })

  /** Corrupts the lines of an export. */
  it.each<[string, (lines: string[]) => string[], string, number, string?]>([
    ['without its last line', lines => lines.slice(0, 3), 'cut_off', 3],
    ['truncated within a line', lines => [...lines.slice(0, 2), lines[2]?.slice(0, 300) ?? ''], 'cut_off', 3],
    ['with data after its end', lines => [...lines.slice(0, 4), '{}'], 'cut_off', 5],
    ['that contains the export twice', lines => [...lines.slice(0, 4), ...lines], 'cut_off', 5],
    [
      'without a comma between tags',
      ([head = '', first = '', ...rest]) => [head, first.slice(0, -1), ...rest],
      'not_json',
      2,
    ],
    [
      'with an extra comma',
      ([head = '', one = '', two = '', ...rest]) => [head, one, `${two},`, ...rest],
      'not_json',
      3,
    ],
    ['with an empty line', ([head = '', one = '', ...rest]) => [head, one, '', ...rest], 'not_json', 3],
    ['with a duplicate tag', ([head = '', one = '', ...rest]) => [head, one, one, ...rest], 'twice', 3],
    ['with a number as a tag', ([head = '', one = '', , ...rest]) => [head, one, '5', ...rest], 'not_json', 3],
    ['with a list as a tag', ([head = '', one = '', , ...rest]) => [head, one, '[]', ...rest], 'not_json', 3],
    ['with null as a tag', ([head = '', one = '', , ...rest]) => [head, one, 'null', ...rest], 'not_json', 3],
    [
      'with deeply nested JSON',
      ([head = '', one = '', , ...rest]) => [head, one, '['.repeat(900_000), ...rest],
      'not_json',
      3,
    ],
    [
      'with a very long line',
      ([head = '', one = '', , ...rest]) => [head, one, ' '.repeat(1_000_001), ...rest],
      'long_line',
      3,
    ],
  ])('%s', async (_, corrupt, reason, line, field) => {
    expect(await refusal(new Blob([corrupt(await linesOfTwo()).join('\n')]))).toEqual(refused(reason, line, field))
  })

  const base64 = (length: number) => Buffer.alloc(length, 'RIFF----WEBP').toString('base64')
  it.each<[string, unknown]>([
    ['id', 'ABC'],
    ['id', idOf(2).toUpperCase().replace('0', 'A')],
    ['id', 7],
    ['garment', 'none'],
    ['garment', 'toString'],
    ['garment', '__proto__'],
    ['garment', 'Hat/../x'],
    ['garment', 7],
    ['kind', 7],
    ['kind', null],
    ['kind', 'a'.repeat(1001)],
    ['confidence', 1.01],
    ['confidence', '0.5'],
    ['confidence', null],
    ['probabilities', []],
    ['probabilities', Array(11).fill(2)],
    ['probabilities', Array(10).fill(0)],
    ['probabilities', Array(1001).fill(0)],
    ['probabilities', Array(12).fill('0')],
    ['probabilities', { length: 11 }],
    ['seenAt', -1],
    ['seenAt', 1.5],
    ['seenAt', 1e15],
    ['seenAt', '2026-01-01'],
    ['by', 'other'],
    ['pageUrl', 'javascript:alert(1)'],
    ['pageUrl', ' javascript:alert(1)'],
    ['pageUrl', 'data:text/html,x'],
    ['pageUrl', 'https://'],
    ['pageUrl', `https://a.example/${'a'.repeat(8200)}`],
    ['pageUrl', 'file:///etc/passwd'],
    ['imageUrl', 'javascript:alert(1)'],
    ['imageUrl', null],
    ['pageTitle', 'a\0b'],
    ['pageTitle', 'a'.repeat(1001)],
    ['pageTitle', ['a']],
    ['colours', {}],
    ['colours', [{ lightness: 2, chroma: 0, hue: 0, share: 1 }]],
    ['colours', [{ lightness: 1, chroma: 0, hue: 361, share: 1 }]],
    ['colours', [{ lightness: 1, chroma: 0, hue: 0, share: 1, more: 1 }]],
    ['colours', [{ lightness: 1, chroma: 0, hue: 0 }]],
    ['colours', [null]],
    ['colours', Array(4).fill({ lightness: 1, chroma: 0, hue: 0, share: 0.2 })],
    ['network', 5],
    ['favouriteSince', null],
    ['favouriteSince', -5],
    ['thumbnail', ''],
    ['thumbnail', 5],
    ['thumbnail', btoa('GIF89a')],
    ['thumbnail', btoa('<svg onload="alert(1)">')],
    ['thumbnail', `${base64(12)} `],
    ['thumbnail', base64(100_002)],
    ['embedding', base64(1279)],
    ['embedding', base64(1281)],
    ['embedding', '!'.repeat(1708)],
    ['embedding', Array(1280).fill(0)],
  ])('with a wrong %s: %j', async (field, value) => {
    const [head = '', first = '', second = '', ...rest] = await linesOfTwo()
    const corrupted = JSON.stringify({ ...JSON.parse(second), [field]: value })
    const file = new Blob([[head, first, corrupted, ...rest].join('\n')])
    expect(await refusal(file)).toEqual(refused('wrong_field', 3, field))
  })

  it.each(['id', 'garment', 'confidence', 'pageTitle', 'thumbnail', 'embedding'])('without a %s', async field => {
    const [head = '', first = '', second = '', ...rest] = await linesOfTwo()
    const { [field]: _, ...corrupted } = JSON.parse(second)
    const file = new Blob([[head, first, JSON.stringify(corrupted), ...rest].join('\n')])
    expect(await refusal(file)).toEqual(refused('wrong_field', 3, field))
  })

  it.each(['more', '__proto__', 'constructor', 'toString', 'a'.repeat(500)])(
    'with the unknown field "%s"',
    async field => {
      const lines = await linesOfTwo()
      const corrupted = lines.with(2, `{"${field}":{"isAdmin":true},${lines[2]?.slice(1)}`)
      expect(await refusal(new Blob([corrupted.join('\n')]))).toEqual(refused('unknown_field', 3, field.slice(0, 40)))
      expect({}).not.toHaveProperty('isAdmin')
    },
  )

  it('with an infinite number', async () => {
    const lines = await linesOfTwo()
    const corrupted = lines.with(2, lines[2]?.replace('"confidence":0.9', '"confidence":1e999') ?? '')
    expect(await refusal(new Blob([corrupted.join('\n')]))).toEqual(refused('wrong_field', 3, 'confidence'))
  })

  it('unless the user cancels first', async () => {
    const lines = await linesOfTwo()
    await expect(checkImport(new Blob([lines.join('\n')]), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
