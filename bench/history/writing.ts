import type { ExportFormat } from '../../src/history/export/export-history.ts'
import type { Figure } from '../figure.ts'
import { workFigures } from './figures.ts'
import type { Watched } from './main.ts'
import type { HistoryBench } from './open-bench.ts'

/** Milliseconds. */
const EXPORT = 5000
const ROUNDS = 3
/** Number of tags to delete at once. */
const SOME = 1000

/** Time to export the history, and the size of the files. */
export async function measureExport({ page }: HistoryBench): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const format of ['csv', 'zip', 'json'] satisfies ExportFormat[]) {
    const seen: (Watched & { size: number })[] = []
    for (let round = 0; round < ROUNDS; round++)
      seen.push(await page.evaluate(format => historyBench.export(format), format as ExportFormat))
    const megabytes = ((seen[0]?.size ?? 0) / 1e6).toFixed(0)
    figures.push(...workFigures(`export as ${format.toUpperCase()}, ${megabytes} MB`, seen, EXPORT))
  }
  return figures
}

/** Time to delete some tags, to trim the history, to erase it, and to import it again from its JSON. */
export async function measureWriting({ page }: HistoryBench): Promise<Figure[]> {
  await page.evaluate(() => historyBench.load())
  const before = await page.evaluate(() => historyBench.count())
  const some = await page.evaluate(count => historyBench.deleteAndRestore(count), SOME)
  await page.evaluate(() => historyBench.export('json'))
  const trimmed = await page.evaluate(limit => historyBench.trim(limit), before - SOME)
  const erased = await page.evaluate(() => historyBench.erase())
  const imported = await page.evaluate(() => historyBench.import())
  if (imported.added !== before) throw new Error(`of ${before} tags ${imported.added} came back`)
  return [
    ...workFigures(`deletion of ${SOME} tags`, [some.deleting]),
    ...workFigures(`undoing it`, [some.restoring]),
    ...workFigures(`retention, ${SOME} tags too many`, [trimmed]),
    ...workFigures('erasure of all', [erased]),
    ...workFigures('check of a JSON export', [imported.check]),
    ...workFigures('import of it', [imported.write]),
  ]
}
