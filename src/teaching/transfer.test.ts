import '../../tests/helpers/base64-polyfill.ts'
import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { ImportError } from '../history/import/import-error.ts'
import { eraseTeaching } from './delete.ts'
import { readExamples, readPicture } from './examples.ts'
import { exportTeaching } from './export-teaching.ts'
import { importTeaching } from './import-teaching.ts'
import { storeLesson, type Unsaid } from './lessons.ts'
import { readOwnKinds } from './own-kinds.ts'

vi.mock('webextension-polyfill', () => ({ default: { runtime: { sendMessage: async () => undefined } } }))

const HASH = 'a'.repeat(64)
const PICTURE = new TextEncoder().encode('RIFF----WEBP')

function unsaid(seed: number): Unsaid {
  const fingerprint = Uint8Array.from({ length: 3072 }, (_, i) => (i * seed * 37) % 251)
  const outputs = { embedding: new Int8Array(1280).fill(-seed), logits: new Float32Array(11).fill(0.5) }
  const kinds = Float32Array.of(1, -2.5)
  return { ...outputs, kinds, fingerprint, network: 'n', site: 'https://a.shop', tag: HASH, picture: PICTURE }
}

/** Everything that is stored. */
async function stored() {
  const [examples, ownKinds] = await Promise.all([readExamples(), readOwnKinds()])
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  return { examples: examples.sort(byId), ownKinds: ownKinds.sort(byId) }
}

let exported: string
beforeEach(async () => {
  await eraseTeaching()
  await storeLesson(unsaid(1), { ownName: 'Kimono' })
  await storeLesson(unsaid(2), { label: 'Shoes', kind: 'Boot' })
  exported = await (await exportTeaching()).text()
})

it('imports what it has exported', async () => {
  const before = await stored()
  await eraseTeaching()
  expect(await importTeaching(new Blob([exported]))).toEqual({ examples: 2, ownKinds: 1 })
  expect(await stored()).toEqual(before)
  expect(await readPicture(before.examples[0]?.id ?? '')).toEqual(PICTURE)
})

it('changes nothing when it is imported again', async () => {
  const before = await stored()
  await importTeaching(new Blob([exported]))
  expect(await stored()).toEqual(before)
})

it('joins own kinds of the same name', async () => {
  await eraseTeaching()
  await storeLesson(unsaid(3), { ownName: 'KIMONO' })
  expect(await importTeaching(new Blob([exported]))).toEqual({ examples: 2, ownKinds: 0 })
  const { examples, ownKinds } = await stored()
  expect(ownKinds).toHaveLength(1)
  expect(examples.filter(({ says }) => 'own' in says && says.own === ownKinds[0]?.id)).toHaveLength(2)
})

/** What is changed in the file, and the reason and the line of the error: its number, or a text in it. */
const edits: [string, (text: string) => string, string, number | string, string?][] = [
  ['another format', text => text.replace('apparel-lens-teaching', 'notes'), 'not_ours', 1],
  ['a later version', text => text.replace('"version":1', '"version":2'), 'newer', 1],
  ['a wrong version', text => text.replace('"version":1', '"version":"1"'), 'wrong_field', 1, 'version'],
  ['no examples', text => text.replace(/,"examples":.*/s, '}'), 'wrong_field', 1, 'examples'],
  ['an unknown list', text => text.replace('"examples":', '"samples":'), 'unknown_field', 1, 'samples'],
  ['a cut-off entry', text => text.slice(0, -40), 'cut_off', 3],
  ['something after its end', text => `${text}x`, 'after_end', 5],
  ['an entry that is a number', text => text.replace('[\n', '[\n7,'), 'not_entry', 2],
  ['an unknown class', text => text.replace('"label":"Shoes"', '"label":"Cape"'), 'wrong_field', 'Cape', 'says'],
  ['a kind of another class', text => text.replace('"kind":"Boot"', '"kind":"Cap"'), 'wrong_field', '"Cap"', 'says'],
  ['no own kinds', text => text.replace(/"ownKinds":\[.*?\]/, '"ownKinds":[]'), 'wrong_field', '"own":', 'says'],
  ['a name with a control character', text => text.replace('Kimono', 'Ki\\u0007'), 'wrong_field', 1, 'ownKinds'],
  ['an own kind with a field too many', text => text.replace('{"id"', '{"x":1,"id"'), 'wrong_field', 1, 'ownKinds'],
  ['a short embedding', text => text.replace(/"embedding":"..../, '"embedding":"'), 'wrong_field', 2, 'embedding'],
  ['a picture that is none', text => text.replace(/"picture":"..../, '"picture":"AAAA'), 'wrong_field', 2, 'picture'],
  ['a field that no example has', text => text.replace('\n{', '\n{"x":1,'), 'unknown_field', 2, 'x'],
  ['the same entry twice', text => text.replace(/\n(\{.*),\n/, '\n$1,\n$1,\n'), 'twice', 3],
]
it.each(edits)('refuses a file with %s, and changes nothing', async (_, edit, reason, place, field) => {
  const before = await stored()
  const text = edit(exported)
  expect(text).not.toBe(exported)
  const error = await importTeaching(new Blob([text])).catch(error => error)
  expect(error).toBeInstanceOf(ImportError)
  const line = typeof place === 'number' ? place : text.split('\n').findIndex(one => one.includes(place)) + 1
  expect(error).toMatchObject({ reason, line, ...(field && { field }) })
  expect(await stored()).toEqual(before)
})
