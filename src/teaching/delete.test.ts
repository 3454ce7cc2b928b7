import { beforeEach, describe, expect, it, vi } from 'vitest'
import { endContexts, tag } from '../../tests/helpers/fresh-history.ts'
import { readHistory } from '../history/database/transactions.ts'
import { saveTag } from '../history/tags/save-tags.ts'
import { FINGERPRINT_LENGTH } from '../learning/fingerprint.ts'
import type { WholeExample } from './database/schema.ts'
import { changeTeaching } from './database/transactions.ts'
import { deleteExamples, deleteOwnKind, eraseTeaching } from './delete.ts'
import { readExamples, readPicture } from './examples.ts'
import { readOwnKinds } from './own-kinds.ts'

// The tags' database needs locks.
endContexts()
vi.mock('webextension-polyfill', () => ({ default: { runtime: { sendMessage: async () => undefined } } }))

const kimono = { id: 'k', name: 'Kimono', colour: '#a3195b', isBadged: true, createdAt: 1 }

function example(id: string, says: WholeExample['says'], taughtAt: number): WholeExample {
  const outputs = { embedding: new Int8Array(2), logits: new Float32Array(11), kinds: new Float32Array(2) }
  const rest = {
    fingerprint: new Uint8Array(FINGERPRINT_LENGTH).fill(taughtAt * 50),
    network: 'n',
    site: '',
    tag: id,
    picture: new Uint8Array([taughtAt]),
  }
  return { id, says, taughtAt, ...outputs, ...rest }
}

const read = async () => (await readExamples()).map(({ id }) => id)

beforeEach(async () => {
  await eraseTeaching()
  await changeTeaching(async transaction => {
    await transaction.objectStore('ownKinds').put(kimono)
    for (const { picture, ...one } of [
      example('c', { own: 'k' }, 3),
      example('a', { own: 'k' }, 1),
      example('b', { label: 'Hat' }, 2),
    ]) {
      await transaction.objectStore('examples').put(one)
      await transaction.objectStore('pictures').put(picture, one.id)
    }
  })
})

describe('deleteExamples', () => {
  it('deletes examples with their pictures, and restores them', async () => {
    const restore = await deleteExamples(['a', 'gone'])
    expect(await read()).toEqual(['b', 'c'])
    expect(await readPicture('a')).toBeUndefined()
    await restore()
    expect(await read()).toEqual(['a', 'b', 'c'])
    expect(await readPicture('a')).toEqual(new Uint8Array([1]))
  })
})

it('lets the tags of deleted examples show what they showed before', async () => {
  const told = { garment: 'Hat', byUser: 'told', untold: { garment: 'Shirt', confidence: 0.8 } } as const
  for (const id of ['a', 'b', 'c']) await saveTag(tag(id, 1, told))
  const stillTold = async () =>
    (await readHistory(database => database.getAll('tags'))).filter(({ byUser }) => byUser).map(({ id }) => id)
  await deleteExamples(['b'])
  expect(await stillTold()).toEqual(['a', 'c'])
  expect(await readHistory(database => database.get('tags', 'b'))).toMatchObject({ garment: 'Shirt', confidence: 0.8 })
  await deleteOwnKind('k')
  expect(await stillTold()).toEqual([])
})

it('lets all tags show it once everything is erased', async () => {
  const untold = { garment: 'none', confidence: 0.9 } as const
  await saveTag(tag('a', 1, { garment: 'Hat', byUser: 'told', by: 'asked', untold }))
  await eraseTeaching()
  expect(await readHistory(database => database.get('tags', 'a'))).toMatchObject({ garment: 'none' })
})

describe('deleteOwnKind', () => {
  it('deletes the kind with its examples only, and restores both', async () => {
    const restore = await deleteOwnKind('k')
    expect(await read()).toEqual(['b'])
    expect(await readOwnKinds()).toEqual([])
    await restore()
    expect(await read()).toEqual(['a', 'b', 'c'])
    expect(await readOwnKinds()).toEqual([kimono])
  })
})

it('erases everything', async () => {
  await eraseTeaching()
  expect(await read()).toEqual([])
  expect(await readOwnKinds()).toEqual([])
  expect(await readPicture('a')).toBeUndefined()
})
