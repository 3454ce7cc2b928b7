import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { type Figure, rowOf } from '../figure.ts'

const file = new URL('../page.md', import.meta.url)

/**
 * Writes figures to bench/page.md, each in place of its earlier value. Measuring everything takes twenty minutes, so parts
 * are also measured alone.
 * @param where machine and browser
 */
export async function keepRows(figures: Figure[], where: string): Promise<void> {
  const before = existsSync(file) ? await readFile(file, 'utf8') : ''
  const rows = new Map(
    before
      .split('\n')
      .filter(line => line.startsWith('| ') && !line.startsWith('| what '))
      .map(line => [whatOf(line), line]),
  )
  for (const row of figures.map(rowOf)) rows.set(whatOf(row), row)
  const head = `# What the extension costs a page

Written by \`npm run bench:page\`; see [page.ts](page.ts).

${where}

| what | seen | bar | |
|---|---|---|---|`
  await writeFile(file, `${head}\n${[...rows.values()].join('\n')}\n`)
}

function whatOf(row: string): string {
  return row.split(' | ')[0] ?? row
}
