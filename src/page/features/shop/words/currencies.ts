/** Currencies as the CLDR (Unicode-3.0) of Node's Intl writes them, separated by bars. Written by scripts/shop-words.ts. */

export const codes =
  'AED|AFN|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CUC|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XOF|XPF|YER|ZAR|ZMW|ZWG'

export const codesAfter = 'ALL|CUP|GEL|LAK|MOP|PEN|SOS|TOP|TRY'

export const signs =
  'Afl|B/|Br|Bs|Cg|Dkr|F.G|F.Rw|FCFA|FCFP|Ft|Gs|Ikr|Kr|Ksh|Kz|Kč|LE|Lekë|NAf|NKr|Nkr|RM|Rp|Rs|S/|TSh|ZiG|Zł|kr|lei|lej|leu|ley|soʻm|zl|zł|КМ|ден|кр|лв|р|сом|щ.д|أ.م|ج.س|ج.م|د.أ|د.إ|د.ب|د.ت|د.ج|د.ع|د.ك|د.ل|د.م|ر.إ|ر.س|ر.ع|ر.ق|ر.ي|ریال|ل.س|ل.ل|नेरू|रू|लेई|રૂ|ಲೀ|රු|සිෆ්එ|ብር|ឡូទី|レイ'

export const names = {
  alone:
    'dinar|dinars|dirham|dirhams|dollar|dollars|dólar|dólares|eiro|eura|eurai|euras|euro|euroa|euros|eurot|euró|evri|krone|kroner|kronor|króna|krónur|peso|pesos|piso|pounds|rubles|rubli|rupees|shilingi|shillings|ευρώ|евра|евро|рубля|рублі|євро|אירו|جنيه|درهم|دينار|ريال|ریال|يورو|रुपए|रुपया|रुपये|ਰੁਪਇਆ|ਰੁਪਏ|ரூபாய்|ரூபாய்கள்|రూపాయలు|రూపాయి',
  anywhere: 'ユーロ|人民币|欧元',
}
