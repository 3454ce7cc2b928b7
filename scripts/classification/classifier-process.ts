/** Classifies the files whose paths its parent sends, one at a time. See classifier-pool.ts. */
import sharp from 'sharp'
import { openClassifier } from './classifier.ts'
import type { FromClassifier } from './classifier-pool.ts'

// One process per core: more threads in each would only compete. Each file is read once, so a cache would never be hit.
sharp.concurrency(1)
sharp.cache(false)
// Ctrl-C reaches every process of a terminal. The parent decides when this one ends.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())

const classify = await openClassifier()
process.on('message', async (path: Uint8Array) => send(await classify(Buffer.from(path))))
send('ready')

function send(message: FromClassifier): void {
  process.send?.(message)
}
