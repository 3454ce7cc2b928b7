/** Characters that start a formula, also in their full-width forms. */
const FORMULA = '[=+\\-@＝＋－＠]'
/** What spreadsheets skip before a formula: white space, invisible characters, and the quotes of a cell. */
const SKIPPED = '[\\s\\p{Cc}\\p{Cf}"\']*'
/** What separates cells in some locale, and rows. A spreadsheet with another separator ignores our quotes. */
const SEPARATOR = '[,;،؛\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029]'

const AT_START = new RegExp(`^(?:[\\s\\p{Cc}\\p{Cf}]|["']*${FORMULA})`, 'u')
const INSIDE = new RegExp(`(${SEPARATOR}${SKIPPED})(?=${FORMULA})`, 'gu')
const INSIDE_URL = new RegExp(`[,;](?=["']*${FORMULA})`, 'g')

/**
 * Keeps a spreadsheet from running a text, or a part of it, as a formula, whichever separator its locale has: pages choose
 * their titles and addresses. An apostrophe marks what follows as text. A URL would no longer lead to its page with one, so
 * its separators are percent-encoded instead, which servers read alike.
 * (https://owasp.org/www-community/attacks/CSV_Injection)
 */
export function neutralise(text: string): string {
  if (/^https?:\/\/\S*$/.test(text))
    return text.replace(INSIDE_URL, separator => `%${separator.charCodeAt(0).toString(16).toUpperCase()}`)
  const inside = text.replace(INSIDE, "$1'")
  return AT_START.test(text) ? `'${inside}` : inside
}
