/**
 * Compares our ZIP writer with libraries; docs/decisions.md has the results.
 *
 *     npm install --no-save client-zip@2.5.1 @zip.js/zip.js@2.24.0
 *     npx tsx docs/zip-comparison.mjs speed|pressure|many|large [writer]
 *
 * `large` writes archives of 4.4 GB to the temporary folder, to be checked with `unzip -t`.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as zipJs from '@zip.js/zip.js/lib/zip-core-writer.js'
import { makeZip } from 'client-zip'
import { unzipSync, Zip, ZipPassThrough } from 'fflate'
import { ByteBuffer } from '../src/history/export/byte-buffer.ts'
import { ZipWriter } from '../src/history/export/zip-writer.ts'

const ROUNDS = 9
const TAG_COUNT = 5000
const THUMBNAIL_BYTES = 3000
const FLUSH_BYTES = 2 ** 20
/** Files per batch of the source, as the export reads them. */
const BATCH_SIZE = 250

/** Each writer takes files from `source` and passes the archive to `sink` in pieces of about 1 MiB. */
const writers = {
  async ours(source, sink) {
    const zip = new ZipWriter()
    const out = flushed(sink)
    for await (const { name, bytes, time } of source) {
      zip.add(out.buffer, name, bytes, time)
      await out.flush()
    }
    zip.end(out.buffer)
    await out.end()
  },
  async 'client-zip'(source, sink) {
    async function* inputs() {
      for await (const { name, bytes, time } of source) yield { name, input: bytes, lastModified: new Date(time) }
    }
    const out = flushed(sink)
    for await (const chunk of makeZip(inputs(), { buffersAreUTF8: true })) {
      out.buffer.bytes(chunk)
      await out.flush()
    }
    await out.end()
  },
  async fflate(source, sink) {
    const out = flushed(sink)
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      out.buffer.bytes(chunk)
    })
    for await (const { name, bytes, time } of source) {
      const file = new ZipPassThrough(name)
      file.mtime = time
      zip.add(file)
      file.push(bytes, true)
      await out.flush()
    }
    zip.end()
    await out.end()
  },
  async 'zip.js'(source, sink) {
    const out = flushed(sink)
    const stream = new WritableStream({
      async write(chunk) {
        out.buffer.bytes(chunk)
        await out.flush()
      },
    })
    const zip = new zipJs.ZipWriter(stream, { level: 0, useWebWorkers: false, extendedTimestamp: false })
    for await (const { name, bytes, time } of source)
      await zip.add(name, new Blob([bytes]).stream(), {
        lastModDate: new Date(time),
        uncompressedSize: bytes.length,
        dataDescriptor: false,
      })
    await zip.close()
    await out.end()
  },
}

function flushed(sink) {
  const buffer = new ByteBuffer()
  const end = async () => {
    await sink(buffer.view())
    buffer.clear()
  }
  return { buffer, end, flush: () => buffer.length > FLUSH_BYTES && end() }
}

let produced = 0
async function* files(count, size) {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 7919) >> 3)
  for (let i = 0; i < count; i++) {
    if (i % BATCH_SIZE === 0) await new Promise(resolve => setTimeout(resolve))
    produced++
    yield { name: `Shoes/2026-06-01 12.30.15 ${`${i}`.padStart(12, '0')}.webp`, bytes, time: Date.UTC(2026, 5, 1) }
  }
}

async function collect(write, count, size) {
  const chunks = []
  await write(files(count, size), async chunk => chunks.push(chunk.slice()))
  return Buffer.concat(chunks)
}

const measures = {
  /** Rounds take turns, so that a busy machine slows down every writer alike. */
  async speed(chosen) {
    const times = Object.fromEntries(chosen.map(name => [name, []]))
    for (let round = 0; round < ROUNDS; round++)
      for (const name of chosen) {
        const start = performance.now()
        await collect(writers[name], TAG_COUNT, THUMBNAIL_BYTES)
        times[name].push(performance.now() - start)
      }
    for (const name of chosen) {
      const sorted = times[name].toSorted((a, b) => a - b)
      const unzipped = unzipSync(await collect(writers[name], TAG_COUNT, THUMBNAIL_BYTES))
      let isSame = Object.keys(unzipped).length === TAG_COUNT
      for await (const file of files(TAG_COUNT, THUMBNAIL_BYTES))
        isSame &&= Buffer.compare(unzipped[file.name], file.bytes) === 0
      const [best, median] = [sorted[0], sorted[ROUNDS >> 1]].map(ms => ms.toFixed(0))
      console.log(`${name}: median ${median} ms, best ${best} ms, identical contents: ${isSame}`)
    }
  },
  async pressure(chosen) {
    for (const name of chosen) {
      produced = 0
      let unblock
      const blocked = new Promise(resolve => {
        unblock = resolve
      })
      const writing = writers[name](files(TAG_COUNT, THUMBNAIL_BYTES), () => blocked)
      await new Promise(done => setTimeout(done, 1500))
      console.log(`${name}: took ${produced} of ${TAG_COUNT} files while the sink was blocked after 1 MiB`)
      unblock()
      await writing
    }
  },
  async many(chosen) {
    for (const name of chosen) {
      const found = Object.keys(unzipSync(await collect(writers[name], 70_000, 10))).length
      console.log(`${name}: ${found} of 70000 files can be read`)
    }
  },
  async large(chosen) {
    for (const name of chosen) {
      const path = join(tmpdir(), `${name}.zip`)
      const file = openSync(path, 'w')
      let peak = 0
      await writers[name](files(4200, 2 ** 20), async chunk => {
        writeSync(file, chunk)
        peak = Math.max(peak, process.memoryUsage().rss)
      })
      closeSync(file)
      console.log(`${name}: ${path}, at most ${(peak / 1e6).toFixed(0)} MB of memory`)
    }
  },
}

const [measure = 'speed', only] = process.argv.slice(2)
await measures[measure](only ? [only] : Object.keys(writers))
