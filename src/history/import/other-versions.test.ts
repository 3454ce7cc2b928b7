import { readFileSync } from 'node:fs'
import { beforeEach, expect, it, vi } from 'vitest'
import { freshImport, idOf } from '../../../tests/helpers/fresh-import.ts'
import { classes } from '../../apparel/classes.ts'
import { predictionOf } from '../tag-prediction.ts'

type Context = Awaited<ReturnType<typeof freshImport>>
let history: Context['history']
let exportHistory: Context['exportHistory']
let checkImport: Context['checkImport']
beforeEach(async () => {
  vi.stubGlobal('navigator', { storage: { estimate: async () => ({ usage: 0, quota: 1e9 }) } })
  ;({ history, exportHistory, checkImport } = await freshImport())
})

/** An export as another version wrote it, kept as a file so that changes to the code cannot change it. */
const fixture = (name: string) =>
  readFileSync(new URL(`../../../tests/helpers/exports/${name}.json`, import.meta.url), 'utf8')
const tagsIn = (text: string) => (JSON.parse(text) as { tags: Record<string, unknown>[] }).tags

async function importing(text: string) {
  const checked = await checkImport(new Blob([text]))
  const { added } = await checked.write()
  expect(added).toBe(checked.count)
  return checked
}

async function labels() {
  const tags = (await history.newestTags({ limit: 100 })).reverse()
  return tags.map(({ garment, kind }) => [garment, kind])
}

it('imports version 1, which had eleven probabilities and no kinds, and exports all of it again', async () => {
  const text = fixture('version-1')
  expect((await importing(text)).leftOut).toBe(0)
  expect(await labels()).toEqual([
    ['Shoes', undefined],
    ['T-Shirt', undefined],
    ['Watch', undefined],
  ])
  expect((await history.readOverview(1)).kinds).toEqual(new Map())
  const again = await (await exportHistory('json')).text()
  expect(tagsIn(again)).toEqual(tagsIn(text))
})

it('imports what a later version knows more of, in its own terms', async () => {
  const { count, leftOut } = await importing(fixture('later-version'))
  // The last tag was made in a way that this version does not know.
  expect([count, leftOut]).toEqual([6, 1])
  expect(await labels()).toEqual([
    ['Shoes', 'Boot'],
    ['Shoes', 'Clog'],
    ['none', 'SunDress'],
    ['none', 'Cape'],
    ['none', 'Skirt'],
    ['Hat', undefined],
  ])
  expect((await history.readOverview(1)).garments).toEqual(
    new Map([
      ['Hat', 1],
      ['Shoes', 2],
      ['none', 3],
    ]),
  )
  // Nothing tells people what a clog is here, so it counts as a shoe.
  expect(Object.fromEntries((await history.readOverview(1)).kinds)).toEqual({ Boot: 1, SunDress: 1, Cape: 1, Skirt: 1 })
  for (const { probabilities, ...tag } of await history.newestTags({ limit: 100 })) {
    expect(probabilities).toHaveLength(classes.length)
    expect(probabilities.reduce((sum, one) => sum + one)).toBeCloseTo(1, 4)
    expect(predictionOf({ ...tag, probabilities })).toMatchObject({
      verdict: tag.garment === 'none' ? 'none' : 'garment',
    })
  }
  const hat = await history.readTag(idOf(6))
  expect(hat).not.toHaveProperty('fabric')
  expect(hat?.embedding).toHaveLength(1408)
  expect(await history.readTag(idOf(1))).toMatchObject({ network: 'apparel-2028', confidence: 0.9 })
})

it('imports new names in a file of this version, and keeps what it does not know', async () => {
  await importing(fixture('later-names'))
  expect(await labels()).toEqual([
    ['none', 'Poncho'],
    ['Shoes', 'Boot'],
    // No name that any version would give.
    ['Hat', undefined],
  ])
  const [, boot] = (await history.newestTags({ limit: 100 })).reverse()
  // Nothing says which class each of these belongs to.
  expect(boot?.probabilities).toHaveLength(13)
  expect(boot && predictionOf(boot)).toBeUndefined()
  const again = tagsIn(await (await exportHistory('json')).text())
  expect(again.map(({ garment, kind }) => [garment, kind])).toEqual(await labels())
})

it.each(['version-1', 'later-version', 'later-names'])(
  'finds %s after an import, a deletion and its undoing',
  async name => {
    const { count } = await importing(fixture(name))
    const counts = async () => [
      await history.countTags(),
      (await history.readOverview(1)).garments,
      (await history.readOverview(1)).kinds,
    ]
    const before = await counts()
    expect(before[0]).toBe(count)
    const ids = (await history.newestTags({ limit: 100 })).map(({ id }) => id)
    await history.setFavourite(ids, true)
    const deletion = await history.deleteTags(ids)
    expect(await counts()).toEqual([0, new Map(), new Map()])
    await deletion.undo()
    expect(await counts()).toEqual(before)
  },
)

/** Puts what a file says about itself behind its tags. */
const headerLast = (text: string) => {
  const { tags, ...header } = JSON.parse(text)
  return JSON.stringify({ tags, ...header }, null, 1)
}

it.each(['version-1', 'later-version', 'later-names'])(
  'imports %s alike if an editor has put its header last',
  async name => {
    const { count, leftOut } = await importing(headerLast(fixture(name)))
    const tags = await history.newestTags({ limit: 100 })
    ;({ history, checkImport } = await freshImport())
    expect(await importing(fixture(name))).toMatchObject({ count, leftOut })
    expect(await history.newestTags({ limit: 100 })).toEqual(tags)
  },
)

it('refuses a file of a later version only if it is broken, or if nothing in it can be understood', async () => {
  const later = fixture('later-version')
  const refusal = (text: string) =>
    checkImport(new Blob([text])).then(
      () => undefined,
      error => error,
    )
  expect(await refusal(later.replace('"id"', '"id'))).toMatchObject({ reason: 'not_json', line: 2 })
  expect(await refusal(later.replace('"tags":', '"entries":'))).toMatchObject({ reason: 'newer', line: 1 })
  expect(await refusal(later.replaceAll('"by":"auto"', '"by":"shared"'))).toMatchObject({ reason: 'newer', line: 1 })
  expect(await refusal(later.replace('"version":7', '"version":3'))).toMatchObject({ reason: 'unknown_field', line: 1 })
})
