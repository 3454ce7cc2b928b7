import { pictureKind } from '../media/thumbnail.ts'
import { ByteBuffer } from './byte-buffer.ts'
import { crc32 } from './crc32.ts'
import type { TagWithPicture } from './read-batches.ts'
import type { TagWriter } from './tag-writer.ts'
import { COLUMNS, cellsOf, csvHeader, csvLine } from './to-csv.ts'
import { ZipWriter } from './zip-writer.ts'

/** Writes a ZIP archive of the pictures, in a folder for each class, for each kind of none of the ten and for each of the user's own, and a table that describes them. */
export function zipWriter(): TagWriter<TagWithPicture> {
  const zip = new ZipWriter()
  const table = new ByteBuffer().text(csvHeader(['picture', ...COLUMNS]))
  // Updated with each batch: computing it for a large table at once would block the page.
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

/** Includes the id, because two tags may have the same second. */
function pathOf({ id, garment, kind, ownName, seenAt, thumbnail }: TagWithPicture): string {
  const second = new Date(seenAt).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')
  const named = ownName?.replace(/[\\/:*?"<>|.]/g, '_')
  const folder = named ?? (garment === 'none' ? (kind ?? garment) : garment)
  return `${folder}/${second} ${id.slice(0, 12)}.${pictureKind(thumbnail)?.extension ?? 'bin'}`
}
