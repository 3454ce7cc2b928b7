import { codes, codesAfter, names, signs } from '../words/currencies.ts'

const split = (words: string) => words.split('|')

/** Signs that the CLDR lacks or writes in another case. */
const localSigns = split(
  "Rs|rs|RS|Rps|KSh|KSH|ksh|Kshs|Kes|TSH|Tsh|USh|Ush|USH|GHC|Tk|TK|रु|र|टका|টাকা|টা|روپے|RP|rp|S/|B/|Bs|Br|KR|KD|BD|DA|DT|DH|LEI|Lei|Lek|CFA|TL|Tl|so'm",
)
/** Names in small letters and abbreviations that shops of one country use. They stand after the sum. */
const localNames = split(
  'eur|usd|gbp|pln|czk|uah|kzt|uzs|inr|pkr|kes|rub|dkk|sek|nok|huf|bgn|aed|sar|egp|lei|ron|lekë|leke|kuna|forint|soles|dinara|rsd|' +
    "сум|сўм|тг|тенге|теңге|грн|гривень|руб|рублей|рубля|рублів|лв|лева|ден|денара|дин|динара|р|Р|դրամ|ლარი|tl|dh|dhs|so'm|" +
    'افغانی|افغانۍ|تومان|ریال|ريال|درهم|جنيه|دينار|د.إ|دإ|ر.س|رس|ج.م|جم|دج|شيكل|שח|ש"ח|ש״ח|रुपये|રૂપિયા|ரூபாய்|đồng|đ|vnd|vnđ|baht|rupiah|ringgit|pence|cents|元',
)

const before = new Set([...split(codes), ...split(signs.replaceAll('ʻ', "'")), ...localSigns])
const after = new Set([...before, ...split(codesAfter), ...localNames, ...split(names.alone)])
/** Scripts without spaces: what follows the currency may be a word. */
const unspacedAfter = new RegExp(`^\\s?(?:円|원|บาท|${names.anywhere})`, 'u')
/** Single letters stand for much else, too. */
const letterBefore = /(?<![\p{L}\p{M}])[RKQLP]\s?$/u

/** The end of a text that may be a currency: letters, full stops and slashes. */
const lastMark = /([\p{L}\p{M}][\p{L}\p{M}./'"״]*?)[\s.:]{0,2}$/u
const firstMark = /^[.,]?\s?([\p{L}\p{M}][\p{L}\p{M}.'"״]*)/u

/** Whether a text with plain apostrophes ends with a currency, to which the sum after it belongs. */
export function endsWithCurrency(text: string): boolean {
  if (/\p{Sc}[\s.:]{0,2}$/u.test(text)) return true
  const [, mark = ''] = lastMark.exec(text) ?? []
  return before.has(bare(mark)) || before.has(mark)
}

/** Whether a text with plain apostrophes begins with a currency, to which the sum before it belongs. */
export function beginsWithCurrency(text: string): boolean {
  if (/^[.,]?\s?[A-Z]{0,3}\p{Sc}/u.test(text) || unspacedAfter.test(text)) return true
  const [, mark = ''] = firstMark.exec(text) ?? []
  return after.has(bare(mark)) || after.has(bare(mark).toLowerCase())
}

/** Whether a text ends with a single letter that is a currency's sign before sums that look like money. */
export function endsWithLetter(text: string): boolean {
  return letterBefore.test(text)
}

function bare(mark: string): string {
  return mark.replace(/\.+$/, '')
}
