import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Item, Shelf } from './shelf.ts'

const pictures = /\.(jpe?g|png|webp|avif|gif)$/i

/**
 * Fills the shop from a folder of photographs: `<class>/*` with the class as the caption, or a flat folder with the file
 * names. The same folder gives the same sample, and each class as many pictures where it has them.
 * @param wanted number of pictures
 * @throws Error where the folder cannot be read or has no pictures
 */
export function photoShelves(folder: string, wanted = 40): Shelf[] {
  const classes = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort()
  const items = classes.length
    ? inTurn(classes.map(name => sample(join(folder, name), Math.ceil(wanted / classes.length), () => name)))
    : sample(folder, wanted, file => file)
  if (items.length === 0) throw new Error(`${folder} has no pictures: neither *.jpg, *.png, … nor <class>/*.jpg, …`)
  return [{ title: basename(folder), layout: 'grid', items }]
}

/** Pictures at equal steps of the sorted folder: one file after another is often the same thing. */
function sample(folder: string, wanted: number, caption: (file: string) => string): Item[] {
  const files = readdirSync(folder)
    .filter(file => pictures.test(file))
    .sort()
  const step = Math.max(1, files.length / wanted)
  const chosen = new Set(Array.from({ length: wanted }, (_, i) => files[Math.floor(i * step)]))
  return [...chosen].flatMap(file => (file ? [{ caption: caption(file), file: join(folder, file) }] : []))
}

/** First of each, second of each, …: a shop mixes its shelves. */
function inTurn(rows: Item[][]): Item[] {
  const longest = Math.max(...rows.map(row => row.length))
  return Array.from({ length: longest }, (_, i) => rows.flatMap(row => row[i] ?? [])).flat()
}
