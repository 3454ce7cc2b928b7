/**
 * Writes what the shipped network says of labelled pictures: `node_modules/.bin/tsx scripts/embeddings.ts DIR NAME`. Makes
 * NAME.f32, for each picture the logits of the classes and of the kinds and the embedding, float32, and NAME.tsv, a line of its
 * path and label for each. `training/learning_base.py` reads them.
 */

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { listPictures } from './evaluation/pictures.ts'
import { MODEL, openShippedNetwork } from './evaluation/shipped-network.ts'
import { openInputReader } from './network-input.ts'
import { Refusal, runCommand } from './refusal.ts'

async function main(): Promise<void> {
  const [folder, name] = process.argv.slice(2)
  if (!folder || !name) throw new Refusal('usage: node_modules/.bin/tsx scripts/embeddings.ts DIR NAME')
  const { card, outputsOf } = await openShippedNetwork(MODEL)
  const inputOf = await openInputReader(card.inputSize)
  const { pictures } = await listPictures(folder)
  const file = createWriteStream(`${name}.f32`)
  const lines: string[] = []
  for (const { file: path, truth } of pictures) {
    const input = await inputOf(path).catch(() => undefined)
    if (!input) continue
    const { logits, kinds, embedding } = await outputsOf(input)
    file.write(Buffer.concat([logits, kinds, embedding].map(values => Buffer.from(new Float32Array(values).buffer))))
    lines.push(`${path}\t${truth}`)
    if (lines.length % 500 === 0) console.error(`${lines.length}/${pictures.length} pictures`)
  }
  file.end()
  await once(file, 'finish')
  await writeFile(`${name}.tsv`, lines.join('\n'))
}

await runCommand(main)
