import { expect, it, vi } from 'vitest'
import english from '../../public/_locales/en/messages.json'
import { classOfKind, kinds } from '../apparel/kinds.ts'
import { isNamed } from '../apparel/named-kind.ts'

const locales = import.meta.glob<Record<string, { message: string }>>('../../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
})
let messages: Record<string, { message: string }> = english
vi.mock('webextension-polyfill', () => ({
  default: { i18n: { getMessage: (key: string) => messages[key]?.message ?? '' } },
}))
const { className } = await import('./class-name.ts')
const { kindName } = await import('./kind-name.ts')

const named = kinds.filter(isNamed)

it('names all kinds but what is left over and what is several things', () => {
  expect(kinds.filter(kind => !isNamed(kind))).toEqual(['Outfit', 'Mixed', 'Other'])
  expect(Object.keys(english).filter(key => key.startsWith('kind_'))).toHaveLength(named.length)
})

it.each(Object.keys(locales))('names each kind in %s, and a kind that is its whole class like the class', file => {
  const english = named.map(kind => isLikeClass(kind))
  messages = locales[file] ?? {}
  for (const [i, kind] of named.entries()) {
    expect(kindName(kind), kind).not.toBe('')
    if (english[i]) expect(isLikeClass(kind), kind).toBe(true)
  }
  messages = locales['../../public/_locales/en/messages.json'] ?? {}
})

/** Whether a kind has the name of its class, as "Shorts" and "Hat". */
function isLikeClass(kind: (typeof named)[number]): boolean {
  return kindName(kind) === className(classOfKind(kind) ?? 'none')
}
