import { describe, expect, it } from 'vitest'
import { isPrice } from './price.ts'

describe('isPrice', () => {
  it.each([
    // Signs and codes, before and after
    '$78.00',
    '€ 59,95',
    '₪349.90',
    '39,000원',
    '2,480 円',
    'R$ 189,90',
    '450,000₫',
    'CHF 1’290.–',
    '890 MAD',
    'from £58.00',
    'US $1.23',
    '₹1,23,456',
    '1 ֏',
    '$ 38.0',
    // Letters
    '1 499 kr',
    'Rs. 779',
    'Rs: 399',
    'Rs.2,450 PKR',
    'ksh4500',
    'KSh 2,500',
    'S/ 89.90',
    'RM89.00 – RM129.00',
    '155 900 р.',
    '1500 руб.',
    '5 000 Р',
    '12 990 Ft',
    '129,00 zł',
    '790 Kč',
    '29,90 лв',
    '349 000 сум',
    '349 000 so‘m',
    '450.000đ',
    '499,90 TL',
    'रू 1,450',
    'र24,401',
    'Tk 1,250',
    '৳১,২৫০',
    'R8,499',
    'R 1 299.00',
    // Digits and signs of other scripts
    '12 990 ₽',
    '١٤٩ ر.س',
    '٣٥٠ ج.م',
    '۸۹۰٬۰۰۰ تومان',
    '₹१,२९९',
    '๑,๒๙๐ บาท',
    // Names
    '95 euros',
    '12 dollars',
    '20 pounds',
    // No currency at all
    '€ 6.900,-',
    '29,-',
    '895:-',
    '2,499/-',
    '99p',
    // Elements of their own for sign, sum and cents
    '$ 29 99',
    '249 99 zł',
    '118, 99 TL',
    '$75',
  ])('accepts %s', text => expect(isPrice(text, 32)).toBe(true))

  it.each([
    '12 items',
    '2026',
    '$',
    '100 kraut',
    '4.5 (212)',
    'EURO 2024',
    'TOP 10',
    'TRY 30 days',
    'AR 15',
    'Q3 2025',
    'R2-D2',
    '1080p',
    'Le 12 mars',
    '12 ft',
    '148 000 km',
    '+20%',
    '24/7',
    '€1 = $1.09',
    '10:30 - 11:45',
    'v1.2.3',
    '',
  ])('rejects %s', text => expect(isPrice(text, 32)).toBe(false))

  it('rejects a price within a sentence', () => {
    expect(isPrice('A jacket that cost $120 in October was sold for $79.99.', 32)).toBe(false)
  })
})
