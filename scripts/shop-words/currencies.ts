import { locales } from './locales.ts'

/** Codes that are also English words in capitals, which stand before numbers: "TOP 10", "ALL 5", "TRY 30 days". */
const words = new Set(['ALL', 'TOP', 'TRY', 'CUP', 'PEN', 'GEL', 'MOP', 'SOS', 'LAK'])
/** Signs of two letters that mean something else before or after most numbers: "AR 15", "FC 04", "12 kn". */
const ambiguous = /^(?:Af|Ar|CF|Cf|Cg|Db|FC|FG|FR|KM|Kn|Kw|kn|P\.|RF|UM|ZK|p\.|r\.|rb|Br|CFA|CFPF|ТМТ|ЛСЛ)$/
const notMoney = /^X(?!AF|OF|PF|CD)|^(?:CHE|CHW|CLF|COU|MXV|USN|UYI|BOV)$/

/** Currencies whose names share their noun, with languages in which shops write it. */
const families: [string[], string][] = [
  [['USD', 'AUD', 'CAD'], 'en es fr'],
  [['GBP', 'EGP', 'LBP'], 'en ar'],
  [['INR', 'PKR', 'LKR'], 'en hi bn gu mr ta te kn ml pa ur si'],
  [['RUB', 'BYN'], 'en ru uk kk uz'],
  [['SEK', 'NOK', 'DKK', 'ISK'], 'en sv nb da is'],
  [['AED', 'MAD'], 'en ar fr'],
  [['KWD', 'JOD', 'DZD', 'TND'], 'en ar fr'],
  [['RSD', 'MKD'], 'sr mk sr-Latn'],
  [['MXN', 'ARS', 'CLP', 'COP', 'PHP'], 'en es fil'],
  [['SAR', 'QAR', 'OMR'], 'en ar'],
  [['IRR', 'YER'], 'fa'],
  [['KES', 'TZS', 'UGX'], 'en sw so'],
  [['KRW', 'KPW'], 'ko'],
  [['EUR'], 'en de es fr it pt nl fi el et lv lt sk sl hr bg ca eu pl cs hu ro sv da sr sq tr ru uk ar he ja ko zh'],
  [['CNY'], 'zh'],
]

/** ISO codes of the currencies in use: those that may stand before and after a sum, and those that may only stand after it. */
export function currencyCodes(): { around: string; after: string } {
  const codes = Intl.supportedValuesOf('currency').filter(code => isInUse(code) && !notMoney.test(code))
  const around = codes.filter(code => !words.has(code))
  return { around: around.join('|'), after: codes.filter(code => words.has(code)).join('|') }
}

/** The signs in letters of all currencies in all the languages, single letters apart, without their last full stop. */
export function currencySigns(): string {
  const codes = Intl.supportedValuesOf('currency').filter(isInUse)
  const signs = locales.flatMap(locale =>
    codes.flatMap(currency =>
      (['symbol', 'narrowSymbol'] as const).map(currencyDisplay => nameOf(locale, currency, currencyDisplay, 1)),
    ),
  )
  const clean = signs.map(sign => sign.replace(/[\u200e\u200f]/g, '').trim())
  const lettered = clean.filter(sign => !/^[A-Z]{3}$|^[\p{L}.]$|\p{Sc}|\s/u.test(sign) && !ambiguous.test(sign))
  return [...new Set(lettered.map(sign => sign.replace(/\.$/, '')))].sort().join('|')
}

/** Names of currencies as shops write them out: "euros", "dollars", "roubles". */
export function currencyNames(): string[] {
  return families.flatMap(([currencies, languages]) =>
    languages.split(' ').flatMap(language => [1, 2, 5].flatMap(count => sharedWords(language, currencies, count))),
  )
}

function sharedWords(locale: string, [first = '', ...others]: string[], count: number): string[] {
  const wordsOf = (currency: string) => nameOf(locale, currency, 'name', count).split(/[\s\u00a0]+/)
  const shared = wordsOf(first).filter(word => others.every(other => wordsOf(other).includes(word)))
  return shared.filter(word => /[\p{L}\p{M}]{3}|\p{sc=Han}{2}/u.test(word))
}

function nameOf(locale: string, currency: string, currencyDisplay: 'symbol' | 'narrowSymbol' | 'name', count: number) {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(count)
  return parts.find(({ type }) => type === 'currency')?.value ?? ''
}

/** CLDR names superseded currencies with their years. */
function isInUse(code: string): boolean {
  const name = new Intl.DisplayNames('en', { type: 'currency' }).of(code) ?? code
  return name !== code && !/\d{4}/.test(name)
}
