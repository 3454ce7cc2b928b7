/** Signs and codes of currencies as shops write them. */
const before =
  '(?:[A-Z]{0,3}\\$|[€£¥￥₹₽₺₪₩฿₫₴₸₦₱]|Rs\\.?|CHF|USD|EUR|GBP|AUD|CAD|JPY|INR|SAR|AED|EGP|kr\\.?|Kč|zł|Rp|RM)'
const after =
  '(?:[$€£¥₹₽₺₪₩฿₫₴₸]|円|元|원|บาท|Kč|zł|kr\\.?|Ft|lei|лв\\.?|руб\\.?|грн|дин\\.?|TL|CHF|USD|EUR|GBP|SEK|NOK|DKK|PLN|ر\\.?س\\.?|د\\.إ\\.?|ج\\.م\\.?|ريال|درهم|تومان|ریال)'
const sum = "\\p{Nd}{1,3}(?:[.,٬'’\\s\\u00a0]?\\p{Nd}{3})*(?:[.,٫]\\p{Nd}{1,2}|[.,]-)?"

const price = new RegExp(`${before}\\s?${sum}|${sum}\\s?${after}(?!\\p{L})`, 'u')
const sign = new RegExp(`${before}|${after}`, 'u')

/** A cheap first look: is there a sign of a currency? */
export function mayBePrice(text: string): boolean {
  return sign.test(text)
}

/** True for a text of at most `longest` characters with a sum and its currency, in any script's digits. */
export function isPrice(text: string, longest: number): boolean {
  return text.length <= longest && price.test(text)
}
