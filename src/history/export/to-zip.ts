import type { Tag } from '../tag.ts'
import { pictureKind } from '../thumbnail.ts'
import { COLUMNS, cellsOf, csvLine } from './to-csv.ts'
import type { Writer } from './writer.ts'
import { ZipFile, ZipWriter } from './zip-writer.ts'

/** Writes a ZIP of all pictures in folders by class, and a table of what they are. */
export function zipWriter(): Writer<Tag> {
  const zip = new ZipWriter()
  const encoder = new TextEncoder()
  const table = new ZipFile().append(encoder.encode(`\ufeff${csvLine(['picture', ...COLUMNS])}`))
  return {
    begin: () => [],
    add(tags) {
      const rows = tags.map(tag => csvLine([pathOf(tag), ...cellsOf(tag)]))
      table.append(encoder.encode(rows.join('')))
      return tags.flatMap(tag => zip.add(pathOf(tag), new ZipFile().append(tag.thumbnail), tag.seenAt))
    },
    end: () => [...zip.add('history.csv', table, Date.now()), ...zip.end()],
  }
}

/** Two tags of one second still differ by their ids. */
function pathOf({ id, garment, seenAt, thumbnail }: Tag): string {
  const second = new Date(seenAt).toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')
  return `${garment}/${second} ${id.slice(0, 12)}.${pictureKind(thumbnail)?.extension ?? 'bin'}`
}
