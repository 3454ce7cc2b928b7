import { colourName } from '../../colour/colour-name.ts'
import type { TagMetadata } from '../tag.ts'
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
export function cellsOf(tag: TagMetadata): string[] {
  return [
    new Date(tag.seenAt).toISOString(),
    tag.garment,
    tag.kind ?? '',
    tag.confidence.toFixed(4),
    (tag.colours ?? []).map(colourName).join(' '),
    tag.favouriteSince === undefined ? 'no' : 'yes',
    tag.by,
    tag.pageTitle,
    tag.pageUrl,
    tag.imageUrl,
    tag.id,
  ]
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  // Spreadsheets run text that looks like a formula, and pages choose their own titles.
  // (https://owasp.org/www-community/attacks/CSV_Injection)
  const plain = /^[\s=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
