import { readFile, writeFile } from 'node:fs/promises'
import { type Figure, rowOf } from '../figure.ts'
import type { Setting } from '../report/machine.ts'

const file = new URL('../history.md', import.meta.url)
const title =
  '# The history with 50,000 tags\n\nWritten by `npm run bench:history`, with the latest figures of each part; see [history.ts](history.ts).'

/** A part's figures as a table. */
export function tableOf(figures: Figure[]): string {
  return ['| what | seen | bar | |', '|---|---|---|---|', ...figures.map(rowOf)].join('\n')
}

/**
 * Replaces the earlier figures of the measured parts and keeps those of the others.
 * @param order of all parts
 */
export async function record(
  measured: ReadonlyMap<string, Figure[]>,
  order: readonly string[],
  { machine, browser, commit, measuredAt }: Setting,
): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '')
  const sections = new Map(before.split(/^## /m).map(section => [section.split('\n', 1)[0], section.trim()]))
  for (const [part, figures] of measured) {
    const setting = `*${[machine, browser, `commit ${commit}`, `${measuredAt} UTC`].join(' · ')}*`
    sections.set(part, [part, tableOf(figures), setting].join('\n\n'))
  }
  const known = order.flatMap(part => sections.get(part) ?? [])
  await writeFile(file, `${[title, ...known.map(section => `## ${section}`)].join('\n\n')}\n`)
}
