import { expect, it } from 'vitest'
import { isRecurring } from './recurring.ts'

it.each([
  '/month',
  ' / mo',
  'per user / month',
  'per seat',
  'billed annually',
  'pro Monat, 12 Monate Laufzeit',
  '/mes',
  'al mese',
  'par nuit',
  '/мес.',
  'в месяц',
  '/月',
  '/เดือน',
  '/tháng',
  'na miesiąc',
  'per night',
  '/person',
  '/orang',
])('recognises %s', following => expect(isRecurring('$19', following)).toBe(true))

it('recognises a period before the price', () => {
  expect(isRecurring('月額980円', '')).toBe(true)
})

it.each(['Add to cart', '/ piece', 'incl. VAT', 'or $50/month with Klarna', 'Boot 2 $130', ''])(
  'ignores %s',
  following => expect(isRecurring('$19', following)).toBe(false),
)
