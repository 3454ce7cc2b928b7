import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

type Messages = Record<string, { message: string; description?: string }>

const folder = 'public/_locales'
const english = read('en')
const others = readdirSync(folder).filter(name => name !== 'en')

describe.each(others)('%s', name => {
  const messages = read(name)

  it('has the same keys as English, in the same order', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(english))
  })

  it('has the same placeholders as English', () => {
    for (const [key, { message }] of Object.entries(messages))
      expect(placeholders(message), key).toEqual(placeholders(english[key]?.message ?? ''))
  })

  it('translates every text', () => {
    for (const [key, { message }] of Object.entries(messages)) {
      expect(message.trim(), key).not.toBe('')
      // A text of two or more words equals the English one only if it was not translated.
      const isSentence = /\p{L}{2,} \p{L}{2,}/u.test(message.replace('Apparel Lens', ''))
      if (isSentence) expect(message, key).not.toBe(english[key]?.message)
    }
  })

  it('has a description short enough for the store', () => {
    expect(messages.description?.message.length).toBeLessThanOrEqual(132)
  })
})

it('covers all languages', () => {
  expect(others.sort()).toEqual(['ar', 'de', 'es', 'fr', 'hi', 'ja'])
})

it('names the language of each file', () => {
  for (const name of ['en', ...others]) expect(read(name).language?.message).toBe(name)
})

it('has no unused key', () => {
  const files = [...sources(), 'manifest.json']
  const code = files.map(file => readFileSync(file, 'utf8')).join('\n')
  // Keys appear in full or as a prefix, as in `class_${…}`.
  const starts = [...code.matchAll(/[`'"](\w+_)\$\{/g)].map(([, start]) => start ?? '')
  const unused = Object.keys(english).filter(
    key => !new RegExp(`\\b(__MSG_)?${key}(__)?\\b`).test(code) && !starts.some(start => key.startsWith(start)),
  )
  expect(unused).toEqual([])
})

function read(name: string): Messages {
  const file = `${folder}/${name}/messages.json`
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

function sources(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  return files.filter(file => /\.tsx?$/.test(file)).map(file => join('src', file))
}

/** Returns the placeholders `$1`, `$2` … of a message, each once. */
function placeholders(message: string): string[] {
  return [...new Set(message.match(/\$\d/g))].sort()
}
