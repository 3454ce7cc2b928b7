import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The translations of English texts of django-oscar in all its languages. `folder` holds its `oscar/locale`. */
export function oscarTranslations(folder: string, texts: string[]): string[] {
  return readdirSync(folder).flatMap(language => {
    const file = join(folder, language, 'LC_MESSAGES/django.po')
    if (!existsSync(file)) return []
    const translations = readPo(readFileSync(file, 'utf8'))
    return texts.flatMap(text => translations.get(text) ?? [])
  })
}

/** The texts of a gettext catalogue, without those that are marked as unsure. */
function readPo(po: string): Map<string, string> {
  const entries = po.split(/\n\n+/).filter(entry => !/^#,.*fuzzy/m.test(entry))
  return new Map(
    entries.flatMap(entry => {
      const [text, translation] = ['msgid', 'msgstr'].map(name => stringOf(entry, name))
      return text && translation ? [[text, translation] as const] : []
    }),
  )
}

function stringOf(entry: string, name: string): string {
  const [, quoted = ''] = entry.match(new RegExp(`^${name} ((?:".*"\\s*)+)`, 'm')) ?? []
  return [...quoted.matchAll(/"(.*)"/g)].map(([, line]) => line).join('')
}
