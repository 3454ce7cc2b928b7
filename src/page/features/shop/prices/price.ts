import { beginsWithCurrency, endsWithCurrency, endsWithLetter } from './currency-marks.ts'

/** Sums that are examined in one text. */
const MAX_SUMS = 4

/** Cents may be in an element of their own, and Indian sums group by two digits. */
const sums = /(?:\p{Nd}{1,3}(?:[.,٬'\s]\p{Nd}{2,3})+|\p{Nd}+)(?:[.,٫]\s?\p{Nd}{1,2}|\s\p{Nd}{2}(?!\p{Nd}))?(?!\p{Nd})/gu
/** What a sum looks like beside a single letter, which stands for much else. */
const clearSum = /[.,]\p{Nd}{2}$|[.,\s]\p{Nd}{3}$|^\p{Nd}{3,4}$/u
/** "29,-", "895:-" and "499/-" need no currency. */
const dashed = /^(?:,[-–—]{1,2}|:-|\/-)(?![\p{Nd}\p{L}])/u
const pence = /^p(?![\p{L}\p{Nd}])/u
const digit = /\p{Nd}/u

/** Whether a text can be a part of a price: a cheap first test. */
export function hasDigit(text: string): boolean {
  return digit.test(text)
}

/**
 * Whether a text of at most `maxLength` characters has a sum with a currency, in the digits of any script. Rates of exchange
 * are none.
 */
export function isPrice(text: string, maxLength: number): boolean {
  if (text.length > maxLength || text.includes('=') || !digit.test(text)) return false
  const plain = text.replace(/[’ʻʼ‘`]/g, "'")
  let seen = 0
  for (const { 0: sum, index } of plain.matchAll(sums)) {
    if (++seen > MAX_SUMS) return false
    if (isMoney(plain.slice(0, index), sum, plain.slice(index + sum.length))) return true
  }
  return false
}

function isMoney(before: string, sum: string, after: string): boolean {
  const isPartOfWord = /[\p{L}]$/u.test(before)
  if (endsWithCurrency(before)) return true
  if (endsWithLetter(before)) return clearSum.test(sum)
  if (isPartOfWord) return false
  return (
    beginsWithCurrency(after.replace(/^[.,][-–]+/, '')) ||
    (dashed.test(after) && !/[\p{Nd}.,:/]$/u.test(before)) ||
    (sum.length < 3 && pence.test(after) && !/[.,]$/.test(before))
  )
}
