import { pictureKind } from '../thumbnail.ts'
import { ByteBuffer } from './byte-buffer.ts'
import { crc32 } from './crc32.ts'
import type { Pictured } from './in-parts.ts'
import { COLUMNS, cellsOf, csvHead, csvLine } from './to-csv.ts'
import type { Writer } from './writer.ts'
import { ZipWriter } from './zip-writer.ts'

/** Writes a ZIP of all pictures in folders by class, and a table of what they are. */
export function zipWriter(): Writer<Pictured> {
  const zip = new ZipWriter()
  const table = new ByteBuffer().text(csvHead(['picture', ...COLUMNS]))
  // On the way, because that of all of a large table would hold up the page.
  let crc = crc32(table.view())
  return {
    begin() {},
    add(tags, out) {
      const before = table.length
      for (const tag of tags) {
        const path = pathOf(tag)
        zip.add(out, path, tag.thumbnail, tag.seenAt)
        table.text(csvLine([path, ...cellsOf(tag)]))
      }
      crc = crc32(table.view(before), crc)
    },
    end(out) {
      zip.add(out, 'history.csv', table.view(), Date.now(), crc)
      zip.end(out)
    },
  }
}

/** Two tags of one second still differ by their ids. */
function pathOf({ id, garment, seenAt, thumbnail }: Pictured): string {
  const second = new Date(seenAt).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')
  return `${garment}/${second} ${id.slice(0, 12)}.${pictureKind(thumbnail)?.extension ?? 'bin'}`
}
