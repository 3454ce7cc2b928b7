/** Currency signs and codes before and after a sum, as shops write them. */
const before =
  '(?:[A-Z]{0,3}\\$|[€£¥￥₹₽₺₪₩฿₫₴₸₦₱]|Rs\\.?|CHF|USD|EUR|GBP|AUD|CAD|JPY|INR|SAR|AED|EGP|kr\\.?|Kč|zł|Rp|RM)'
const after =
  '(?:[$€£¥₹₽₺₪₩฿₫₴₸]|円|元|원|บาท|Kč|zł|kr\\.?|Ft|lei|лв\\.?|руб\\.?|грн|дин\\.?|TL|CHF|USD|EUR|GBP|SEK|NOK|DKK|PLN|ر\\.?س\\.?|د\\.إ\\.?|ج\\.م\\.?|ريال|درهم|تومان|ریال)'
const sum = "\\p{Nd}{1,3}(?:[.,٬'’\\s\\u00a0]?\\p{Nd}{3})*(?:[.,٫]\\p{Nd}{1,2}|[.,]-)?"

const price = new RegExp(`${before}\\s?${sum}|${sum}\\s?${after}(?!\\p{L})`, 'u')
const sign = new RegExp(`${before}|${after}`, 'u')

/** Whether a text has a currency sign or code: a cheap first test. */
export function hasCurrency(text: string): boolean {
  return sign.test(text)
}

/** Whether a text of at most `maxLength` characters has a sum with a currency, in the digits of any script. */
export function isPrice(text: string, maxLength: number): boolean {
  return text.length <= maxLength && price.test(text)
}
