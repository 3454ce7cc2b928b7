import { describe, expect, it } from 'vitest'
import { fold, needlesOf } from './fold.ts'

describe('fold', () => {
  it.each([
    ['Running Shoes – 50% off!', ' running shoes 50 off'],
    ['  T-Shirt  ', ' t shirt'],
    ['Crème brûlée, Ångström, Łódź, smørrebrød', ' creme brulee angstrom lodz smorrebrod'],
    ['GROSSE Größe', ' grosse grosse'],
    ['ΟΔΟΣ οδός', ' οδοσ οδοσ'],
    ['İstanbul ISPARTA', ' istanbul isparta'],
    ['ﬁne Ｗｉｄｅ ①', ' fine wide 1'],
    ['Куртка ЗИМНЯЯ й', ' куртка зимняя и'],
    ['שָׁלוֹם', ' שלום'],
    ['', ''],
    ['–!?…', ''],
    ['👟 shoes', ' shoes'],
  ])('%s', (text, folded) => expect(fold(text)).toBe(folded))

  it('lets a word begin at any character of an unspaced script', () => {
    expect(fold('運動靴 Nike')).toBe(' 運 動 靴 nike')
    expect(fold('รองเท้า').startsWith(' ร อ ง')).toBe(true)
  })

  it('distinguishes か from が', () => {
    expect(fold('か')).not.toBe(fold('が'))
  })

  it('finds Korean while a syllable is still being composed', () => {
    expect(fold('한국').startsWith(fold('하'))).toBe(true)
  })

  it('makes a needle of each word, and none of punctuation', () => {
    expect(needlesOf(' Red  t-SHIRT & ')).toEqual([' red', ' t shirt'])
    expect(needlesOf(' \n ')).toEqual([])
  })

  it('accepts long texts of any kind', () => {
    for (const text of ['a'.repeat(100_000), '\u0301'.repeat(100_000), '靴'.repeat(100_000), '\ud800'])
      expect(fold(text)).toBeTypeOf('string')
  })
})
