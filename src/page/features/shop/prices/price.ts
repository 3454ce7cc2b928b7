import { codesAfter, codesBefore, names, signs } from '../words/currencies.ts'
import { wordsOf } from '../words/label-patterns.ts'

/** Signs that the CLDR lacks or writes in another case. */
const localSigns =
  'Rs|rs|RS|Rps|KSh|KSH|ksh|Kshs|Kes|TSH|Tsh|USh|Ush|USH|GHC|Tk|TK|रु|र|टका|টাকা|টা|روپے|RP|rp|B\\/|Bs|Br|KR|KD|BD|DA|DT|DH|' +
  'LEI|Lei|Lek|CFA|TL|Tl|￠'
/** Names of currencies in small letters, and abbreviations that shops of one country use. They stand after the sum. */
const localNames =
  'eur|usd|gbp|pln|czk|uah|kzt|uzs|inr|pkr|kes|rub|dkk|sek|nok|huf|bgn|aed|sar|egp|lei|ron|lek[eë]|kuna|forint|soles|' +
  "so['’ʻʼ‘`]m|сум|сўм|тг|тенге|теңге|грн|гривень|руб|рублей|рубля|рублів|лв|лева|ден|денара|дин|динара|rsd|dinara|" +
  'դրամ|ლარი|tl|dhs?|تومان|ریال|ريال|درهم|جنيه|دينار|د\\.?إ|ر\\.?س|ج\\.?م|دج|شيكل|ש[\'"״]?ח|रुपये|રૂપિયા|ரூபாய்|' +
  'đồng|đ|vnđ?|baht|rupiah|ringgit|pence|cents'

const letter = '[\\p{L}\\p{M}]'
const separator = "[.,٬'’\\s]"
/** Cents may be in an element of their own, and Indian sums group by two digits. */
const sum = `(?:\\p{Nd}{1,3}(?:${separator}\\p{Nd}{2,3})+|\\p{Nd}+)(?:[.,٫]\\s?\\p{Nd}{1,2}|[.,][-–]|\\s\\p{Nd}{2})?`
/** What single letters, which stand for much else, need to be signs of a currency. */
const clearSum =
  '\\p{Nd}{1,3}(?:[.,\\s]\\p{Nd}{3})*[.,]\\p{Nd}{2}(?!\\p{Nd})|\\p{Nd}{1,3}(?:[.,\\s]\\p{Nd}{3})+(?!\\p{Nd})'
const before = `(?:\\p{Sc}|(?<!${letter})(?:${codesBefore}|${signs}|${localSigns}))`
const after = `(?:[A-Z]{0,3}\\p{Sc}|円|원|บาท|(?:元|[рР]|${codesAfter}|${signs}|${localSigns}|${localNames})(?!${letter}))`

const notations = [
  `${before}[\\s.:]{0,2}(?<![.:]{2})${sum}`,
  `(?<!\\p{L})${sum}\\s?${after}`,
  `(?<![\\p{L}\\p{Nd}])[RKQLP]\\s?(?:${clearSum})`,
  `\\p{Nd}[.,]\\p{Nd}{2}\\s?K[MN](?!${letter})`,
  `(?<![\\p{L}\\p{Nd}])R\\s?\\p{Nd}{3,4}(?![\\p{L}\\p{Nd}])`,
  // "29,-", "895:-" and "499/-" need no currency.
  '(?<![\\p{L}\\p{Nd}.,:/])\\p{Nd}{1,3}(?:[.,\\s]?\\p{Nd}{3})*(?:,[-–—]{1,2}|:-|/-)(?![\\p{Nd}\\p{L}])',
  '(?<![\\p{L}\\p{Nd}.,])\\p{Nd}{1,2}p(?![\\p{L}\\p{Nd}])',
]

const price = new RegExp(notations.join('|'), 'u')
const named = new RegExp(`${sum}\\s?(?:${wordsOf(names)})`, 'iu')
const digit = /\p{Nd}/u

/** Whether a text can be a part of a price: a cheap first test. */
export function hasDigit(text: string): boolean {
  return digit.test(text)
}

/** Whether a text of at most `maxLength` characters has a sum with a currency, in the digits of any script. Rates of exchange are none. */
export function isPrice(text: string, maxLength: number): boolean {
  return text.length <= maxLength && digit.test(text) && !text.includes('=') && (price.test(text) || named.test(text))
}
