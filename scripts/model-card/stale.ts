import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cardFiles } from './card.ts'
import { readResults } from './results.ts'

/** Lists the model card's files in a network's folder that do not match its results. */
export async function staleFiles(folder: string): Promise<string[]> {
  const files = [...cardFiles(await readResults(folder))]
  const present = await Promise.all(files.map(([name]) => readFile(join(folder, name), 'utf8').catch(() => null)))
  return files.filter(([, text], i) => present[i] !== text).map(([name]) => name)
}
