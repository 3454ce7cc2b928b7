import { colourName } from '../../colour/colour-name.ts'
import type { TagFacts } from '../tag.ts'
import type { Writer } from './writer.ts'

/** Names of what `cellsOf` gives. */
export const COLUMNS = [
  'seen_at',
  'garment',
  'confidence',
  'colours',
  'favourite',
  'by',
  'page_title',
  'page_url',
  'image_url',
  'id',
]

/** Writes a table as RFC 4180 has it. */
export function csvWriter(): Writer<TagFacts> {
  return {
    begin: out => void out.text(csvHead(COLUMNS)),
    add(tags, out) {
      for (const tag of tags) out.text(csvLine(cellsOf(tag)))
    },
    end() {},
  }
}

/** The first line, with a mark before it without which Excel does not take a table for UTF-8. */
export function csvHead(columns: readonly string[]): string {
  return `\ufeff${csvLine(columns)}`
}

/** The cells of one tag. */
export function cellsOf(tag: TagFacts): string[] {
  return [
    new Date(tag.seenAt).toISOString(),
    tag.garment,
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
  // A spreadsheet runs what looks like a formula, and pages choose their own titles. (https://owasp.org/www-community/attacks/CSV_Injection)
  const plain = /^[\s=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
