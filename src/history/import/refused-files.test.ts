import { beforeEach, describe, expect, it, vi } from 'vitest'
import { freshImport, linesOfTwo } from '../../../tests/helpers/fresh-import.ts'
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
    ['empty', '', 'empty', 0],
    ['only white space', ' \r\n\n', 'empty', 0],
    ['a picture', '\x89PNG\r\n\x1a\n', 'not_ours', 1],
    ['a list of tags without their header', '[{"id":"00"}]', 'not_ours', 1],
    ['broken JSON of something else', '{"a":\n1,,}', 'not_ours', 1],
    ['an export of another format', '{\n"format":"x"}', 'not_ours', 2],
    ['other JSON', '{"tags":[]}', 'not_ours', 1],
    ['a list', '[\n]\n', 'not_ours', 1],
    [
      'a later version without a list of tags',
      FIRST_LINE.replace('"version":3', '"version":4').replace('[', '{},"x":['),
      'cut_off',
      1,
    ],
    [
      'a later version whose tags are something else',
      '{"format":"apparel-lens-history","version":4,\n"tags":{}}',
      'newer',
      1,
    ],
    [
      'a later version that says so at its end',
      '{"format":"apparel-lens-history","tags":[{}],\n"version":4}',
      'newer',
      2,
    ],
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

  it('with an endless entry after reading little of it', async () => {
    let pieces = 0
    const endless = new ReadableStream({
      pull(controller) {
        pieces++
        const text = pieces === 1 ? `${FIRST_LINE}{"` : 'a'.repeat(100_000)
        controller.enqueue(new TextEncoder().encode(text))
      },
    })
    expect(await refusal({ size: 1e9, stream: () => endless } as unknown as Blob)).toEqual(refused('long_entry', 1))
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
    ['with data after its end', lines => [...lines.slice(0, 4), '{}'], 'after_end', 5],
    ['that contains the export twice', lines => [...lines.slice(0, 4), ...lines], 'after_end', 5],
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
    ['with a duplicate tag', ([head = '', one = '', ...rest]) => [head, one, one, ...rest], 'twice', 3],
    ['with a number as a tag', ([head = '', one = '', , ...rest]) => [head, one, '5', ...rest], 'not_entry', 3],
    ['with a list as a tag', ([head = '', one = '', , ...rest]) => [head, one, '[]', ...rest], 'not_entry', 3],
    ['with null as a tag', ([head = '', one = '', , ...rest]) => [head, one, 'null', ...rest], 'not_entry', 3],
    [
      'with deeply nested JSON',
      ([head = '', one = '', , ...rest]) => [head, one, `{"id":${'['.repeat(900_000)}`, ...rest],
      'not_json',
      4,
    ],
    [
      'with a very long entry',
      ([head = '', one = '', , ...rest]) => [head, one, `{"id":"${'a'.repeat(1_000_001)}"}`, ...rest],
      'long_entry',
      3,
    ],
  ])('%s', async (_, corrupt, reason, line, field) => {
    expect(await refusal(new Blob([corrupt(await linesOfTwo()).join('\n')]))).toEqual(refused(reason, line, field))
  })

  /** Lays out an export as an editor does, and corrupts it: line 1 is `{`, and each field has a line of its own. */
  it.each<[string, (text: string) => string, string, string, string?]>([
    [
      'a wrong field',
      text => text.replace('"confidence": 0.9', '"confidence": 9'),
      'wrong_field',
      '"confidence": 9',
      'confidence',
    ],
    ['an unknown field', text => text.replace('"by"', '"more"'), 'unknown_field', '"more"', 'more'],
    ['a word without quotes', text => text.replace('"Shoes"', 'Shoes'), 'not_json', 'Shoes'],
    ['a missing quote', text => text.replace('"Shoes"', '"Shoes'), 'not_json', '"Shoes'],
    ['a missing colon', text => text.replace('"by":', '"by"'), 'not_json', '"by"'],
    ['a missing bracket', text => text.replace(/\n {6}\],/, ','), 'not_json', '"seenAt"'],
    ['a comma before a bracket', text => text.replace(/(\n {4})\}/, ',$1}'), 'not_json', '    },'],
    ['a wrong version', text => text.replace('"version": 3', '"version": 0'), 'wrong_field', '"version"', 'version'],
    [
      'an absurd version',
      text => text.replace('"version": 3', '"version": 1e99'),
      'wrong_field',
      '"version"',
      'version',
    ],
    [
      'an unknown field beside the tags',
      text => text.replace('"tags"', '"x": 1,\n"tags"'),
      'unknown_field',
      '"x"',
      'x',
    ],
  ])('with %s, and names its line in any layout', async (_, corrupt, reason, near, field) => {
    const text = corrupt(JSON.stringify(JSON.parse((await linesOfTwo()).join('\n')), null, 2))
    const line = text.split('\n').findIndex(line => line.includes(near)) + 1
    for (const end of ['\n', '\r\n', '\r'])
      expect(await refusal(new Blob([text.replaceAll('\n', end)]))).toEqual(refused(reason, line, field))
  })

  it('unless the user cancels first', async () => {
    const lines = await linesOfTwo()
    await expect(checkImport(new Blob([lines.join('\n')]), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})
