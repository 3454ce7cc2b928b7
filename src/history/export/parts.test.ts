import { IDBFactory } from 'fake-indexeddb'
import { expect, it, vi } from 'vitest'
import { freshImport, idOf, realTag } from '../../../tests/helpers/fresh-import.ts'
import { parseCsv } from '../../../tests/helpers/parse-csv.ts'

vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 0, quota: 1e9 }) } })

const part = { of: idOf(9), box: { left: 0.1, top: 0.25, right: 0.5, bottom: 1 } }

it('exports and imports of which picture a garment is a part', async () => {
  const { history, exportHistory } = await freshImport()
  await history.saveTag(realTag(1, { part }))
  await history.saveTag(realTag(2))
  const file = await exportHistory('json')
  globalThis.indexedDB = new IDBFactory()
  const fresh = await freshImport()
  await (await fresh.checkImport(file)).write()
  expect((await fresh.history.readTag(idOf(1)))?.part).toEqual(part)
  expect(await fresh.history.readTag(idOf(2))).not.toHaveProperty('part')
})

it('says in CSV of which picture a garment is a part', async () => {
  const { history, exportHistory } = await freshImport()
  await history.saveTag(realTag(1, { part, seenAt: 1000 }))
  await history.saveTag(realTag(2, { seenAt: 2000 }))
  const [columns = [], ...rows] = parseCsv(await (await exportHistory('csv')).text())
  expect(rows.map(row => row[columns.indexOf('part_of')])).toEqual([part.of, ''])
})

it('has one tag for a garment that is seen again in its picture', async () => {
  const { history } = await freshImport()
  await history.saveTag(realTag(1, { part, garment: 'Hat' }))
  await history.saveTag(realTag(1, { part, garment: 'Shoes', seenAt: 5000 }))
  expect(await history.countTags()).toBe(1)
  expect(await history.readTag(idOf(1))).toMatchObject({ part, garment: 'Shoes' })
})
