import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Box } from '../../src/garments/found-garment.ts'
import { Refusal } from '../refusal.ts'

/** A garment as it was annotated. */
export interface LabelledBox {
  /** One of the ten, `none` or `ambiguous`. */
  label: string
  box: Box
}

/** A photograph with a box for each garment. */
export interface Outfit {
  /** Path of the photograph. */
  file: string
  boxes: LabelledBox[]
}

interface Row {
  file: string
  items: { label: string; box: [number, number, number, number] }[]
}

/**
 * Reads `boxes.json` of a folder of photographs.
 * @throws Refusal if it is missing or has another shape
 */
export async function readBoxes(folder: string): Promise<Outfit[]> {
  const path = join(folder, 'boxes.json')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Refusal(`${path} cannot be read`)
  })
  const rows = parse(text)
  if (!rows) throw new Refusal(`${path} is not a list of {file, items: [{label, box: [left, top, right, bottom]}]}`)
  return rows.map(({ file, items }) => ({
    file: join(folder, file),
    boxes: items.map(({ label, box: [left, top, right, bottom] }) => ({ label, box: { left, top, right, bottom } })),
  }))
}

function parse(text: string): Row[] | null {
  try {
    const rows: unknown = JSON.parse(text)
    return Array.isArray(rows) && rows.every(isRow) ? rows : null
  } catch {
    return null
  }
}

function isRow(row: Partial<Row> | null): row is Row {
  return typeof row?.file === 'string' && Array.isArray(row.items) && row.items.every(isItem)
}

function isItem(item: Partial<Row['items'][number]> | null): boolean {
  const { label, box } = item ?? {}
  return typeof label === 'string' && Array.isArray(box) && box.length === 4 && box.every(Number.isFinite)
}
