import { colourName } from '../../colour/colour-name.ts'
import { shownGarment } from '../labels.ts'
import { sanitiseProvenance } from '../sanitise-provenance.ts'
import type { TagMetadata } from '../tag.ts'
import { neutralise } from './neutralise-formulas.ts'
import type { TagWriter } from './tag-writer.ts'

/** Names of the cells that `cellsOf` returns. */
export const COLUMNS = [
  'seen_at',
  'garment',
  'kind',
  'confidence',
  'colours',
  'favourite',
  'by',
  'page_title',
  'page_url',
  'image_url',
  'part_of',
  'id',
]

/** Writes a table as specified by RFC 4180. */
export function csvWriter(): TagWriter<TagMetadata> {
  return {
    begin: out => void out.text(csvHeader(COLUMNS)),
    add(tags, out) {
      for (const tag of tags) out.text(csvLine(cellsOf(tag)))
    },
    end() {},
  }
}

/** The header line, after a byte order mark without which Excel does not read the table as UTF-8. */
export function csvHeader(columns: readonly string[]): string {
  return `\ufeff${csvLine(columns)}`
}

/** The cells of one tag. */
export function cellsOf(stored: TagMetadata): string[] {
  const tag = sanitiseProvenance(stored)
  return [
    new Date(tag.seenAt).toISOString(),
    shownGarment(tag),
    tag.ownName ?? tag.kind ?? '',
    tag.confidence.toFixed(4),
    (tag.colours ?? []).map(colourName).join(' '),
    tag.favouriteSince === undefined ? 'no' : 'yes',
    tag.by,
    tag.pageTitle,
    tag.pageUrl,
    tag.imageUrl,
    // The `id` of the picture's own row, if that has one.
    tag.part?.of ?? '',
    tag.id,
  ]
}

/** Quotes every cell: without quotes, a spreadsheet whose separator is a semicolon or a tab would split the text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(text => `"${neutralise(text).replaceAll('"', '""')}"`).join(',')}\r\n`
}
