import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dist } from '../paths.ts'

/**
 * Copies the built extension with another language as its English one. Many browsers come in one language only, and on Linux
 * no command-line switch changes it.
 * @param locale a folder of `_locales`
 * @returns the copy's folder, which the caller removes
 */
export async function translated(locale: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'apparel-lens-'))
  await cp(dist, folder, { recursive: true })
  await cp(join(dist, '_locales', locale), join(folder, '_locales/en'), { recursive: true })
  return folder
}
