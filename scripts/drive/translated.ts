import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist } from '../paths.ts'

/**
 * Copies the built extension so that it speaks a language whatever the browser's own is: many systems have browsers of
 * one language alone, and on Linux no switch of the command line changes it.
 * @param locale a folder of `_locales`
 * @returns the copy's folder, to be removed when it has served
 */
export async function translated(locale: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  await cp(dist, folder, { recursive: true })
  await cp(join(dist, '_locales', locale), join(folder, '_locales/en'), { recursive: true })
  return folder
}
