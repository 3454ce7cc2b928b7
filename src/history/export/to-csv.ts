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
    // With a mark at the beginning, without which Excel does not take it for UTF-8.
    begin: () => [`\ufeff${csvLine(COLUMNS)}`],
    add: tags => [tags.map(tag => csvLine(cellsOf(tag))).join('')],
    end: () => [],
  }
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
