import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../paths.ts'
import { emojiConcepts } from './emoji-concepts.ts'

/** CLDR's names of emoji: Unicode License v3, https://cldr.unicode.org. */
const PACKAGE = 'cldr-annotations-full@48.2.0'
const folder = join(root, 'out/cldr')

/** What CLDR calls a thing in one language. */
export interface Annotation {
  concept: string
  /** Its name. */
  names: string[]
  /** What people may type to find it, which is often not its name. */
  keywords: string[]
}

/** Fetches CLDR's annotations once, from the npm registry. */
export function fetchAnnotations(): void {
  if (existsSync(join(folder, 'package'))) return
  mkdirSync(folder, { recursive: true })
  execFileSync('npm', ['pack', PACKAGE, '--pack-destination', folder], { stdio: 'ignore' })
  execFileSync('tar', ['xzf', `${PACKAGE.replace('@', '-')}.tgz`], { cwd: folder })
}

/** Reads the annotations of a language, in the file of each of CLDR's locales for it. */
export async function readAnnotations(locales: string[]): Promise<Annotation[]> {
  const files = await Promise.all(locales.map(readLocale))
  return emojiConcepts.flatMap(([concept, emoji]) =>
    emoji.split(' ').map(one => {
      const entries = files.flatMap(file => file[one] ?? [])
      return {
        concept,
        names: entries.flatMap(({ tts = [] }) => tts),
        keywords: entries.flatMap(entry => entry.default ?? []),
      }
    }),
  )
}

type Locale = Record<string, { default?: string[]; tts?: string[] }>

async function readLocale(locale: string): Promise<Locale> {
  const file = join(folder, 'package/annotations', locale, 'annotations.json')
  return JSON.parse(await readFile(file, 'utf8')).annotations.annotations
}
