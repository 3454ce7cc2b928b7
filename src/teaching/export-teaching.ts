import { toBase64 } from '../history/media/base64.ts'
import type { StoredExample } from './database/schema.ts'
import { readTeaching } from './database/transactions.ts'
import { FORMAT, type JsonExample, VERSION } from './teaching-format.ts'

/**
 * Everything that was taught, as one file.
 * @throws HistoryError
 */
export async function exportTeaching(): Promise<File> {
  const [ownKinds, examples, pictures] = await readTeaching(async database => {
    const stores = database.transaction(['ownKinds', 'examples', 'pictures'])
    const examples = await stores.objectStore('examples').getAll()
    const pictures = await Promise.all(examples.map(({ id }) => stores.objectStore('pictures').get(id)))
    return [await stores.objectStore('ownKinds').getAll(), examples, pictures] as const
  })
  const lines = examples.flatMap((example, i) => {
    const picture = pictures[i]
    return picture ? [JSON.stringify(toJson(example, picture))] : []
  })
  const header = { format: FORMAT, version: VERSION, ownKinds }
  const text = `${JSON.stringify(header).slice(0, -1)},"examples":[\n${lines.join(',\n')}\n]}\n`
  const day = new Date().toISOString().slice(0, 10)
  return new File([text], `apparel-lens-taught-${day}.json`, { type: 'application/json' })
}

function toJson(
  { fingerprint, embedding, logits, kinds, ...rest }: StoredExample,
  picture: Uint8Array<ArrayBuffer>,
): JsonExample {
  return {
    ...rest,
    fingerprint: toBase64(fingerprint),
    embedding: toBase64(new Uint8Array(embedding.buffer)),
    logits: toBase64(new Uint8Array(logits.buffer)),
    kinds: toBase64(new Uint8Array(kinds.buffer)),
    picture: toBase64(picture),
  }
}
