import { beforeEach, describe, expect, it } from 'vitest'
import { freshImport, idOf, linesOfTwo } from '../../../tests/helpers/fresh-import.ts'

type Context = Awaited<ReturnType<typeof freshImport>>
let history: Context['history']
let checkImport: Context['checkImport']
beforeEach(async () => {
  ;({ history, checkImport } = await freshImport())
})

describe('refuses a file that has a tag', () => {
  const refusal = async (file: Blob) => {
    const error = await checkImport(file).then(
      () => undefined,
      (error: Error & { reason: string; line: number; field: string }) => error,
    )
    expect(await history.countTags()).toBe(0)
    return error && [error.name, error.reason, error.line, error.field]
  }
  const refused = (reason: string, line: number, field = '') => ['ImportError', reason, line, field]

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
    ['part', null],
    ['part', { of: idOf(1) }],
    ['part', { of: 'a', box: { left: 0, top: 0, right: 1, bottom: 1 } }],
    ['part', { of: idOf(1), box: [0, 0, 1, 1] }],
    ['part', { of: idOf(1), box: { left: 0, top: 0, right: 1.1, bottom: 1 } }],
    ['part', { of: idOf(1), box: { left: 0, top: 0, right: 1, bottom: 1, more: 1 } }],
    ['part', { of: idOf(1), box: { left: 0, top: 0, right: 1, bottom: '1' }, more: 1 }],
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
})
