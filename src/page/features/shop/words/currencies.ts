/** Currencies as the CLDR (Unicode-3.0) of Node's Intl writes them, as regular expressions' alternatives. Written by scripts/shop-words.ts. */

export const codesBefore =
  'AED|AFN|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CUC|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XOF|XPF|YER|ZAR|ZMW|ZWG'

export const codesAfter =
  'AED|AFN|ALL|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CUC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TOP|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XOF|XPF|YER|ZAR|ZMW|ZWG'

export const signs =
  "فرانک CFA|F CFA|සිෆ්එ|F\\.G\\.|F\\.Rw|FCFA|FCFP|Lekë|so['’ʻʼ‘`]m|ден\\.|щ\\.д\\.|أ\\.م\\.|ج\\.س\\.|ج\\.م\\.|د\\.أ\\.|د\\.إ\\.|د\\.ب\\.|د\\.ت\\.|د\\.ج\\.|د\\.ع\\.|د\\.ك\\.|د\\.ل\\.|د\\.م\\.|ر\\.إ\\.|ر\\.س\\.|ر\\.ع\\.|ر\\.ق\\.|ر\\.ي\\.|ریال|ل\\.س\\.|ل\\.ل\\.|नेरू|ឡូទី|Afl|B\\/\\.|Br\\.|Cg\\.|Dkr|Ikr|Ksh|NAf|NKr|Nkr|TSh|ZiG|kr\\.|lei|lej|leu|ley|лв\\.|сом|लेई|રૂ\\.|රු\\.|Bs|Ft|Gs|Kr|Kz|Kč|LE|RM|Rp|Rs|S\\/|Zł|kr|zl|zł|КМ|кр|р\\.|रू|ಲೀ|ብር|レイ|\\$|£|¥|֏|؋|৳|฿|៛|₡|₦|₩|₪|₫|€|₭|₮|₱|₲|₴|₵|₸|₹|₺|₼|₽|₾|⃀|￥|￦"

export const names = {
  alone:
    'shillings|ரூபாய்கள்|shilingi|dirhams|dollars|dólares|రూపాయలు|dinars|dirham|dollar|kroner|kronor|krónur|pounds|rubles|rupees|ரூபாய்|రూపాయి|dinar|dólar|eurai|euras|euroa|euros|eurot|krone|króna|pesos|rubli|рубля|рублі|دينار|रुपया|रुपये|ਰੁਪਇਆ|eiro|eura|euro|euró|evri|peso|piso|ευρώ|евра|евро|євро|אירו|جنيه|درهم|ريال|ریال|يورو|रुपए|ਰੁਪਏ',
  anywhere: 'ユーロ|人民币|欧元',
}
