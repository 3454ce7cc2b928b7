import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Item, Shelf } from './shelf.ts'

const pictures = /\.(jpe?g|png|webp|avif|gif)$/i

/**
 * Fills the shop from a folder of photographs: `<class>/*` with the class as the caption, or a flat folder with file names as
 * captions. The same folder always gives the same sample, with equally many pictures of each class if there are enough. Skips
 * a folder `ambiguous`, whose pictures belong to no class.
 * @param wanted number of pictures
 * @throws Error if the folder cannot be read or has no pictures
 */
export function photoShelves(folder: string, wanted = 40): Shelf[] {
  const classes = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && entry.name !== 'ambiguous')
    .map(entry => entry.name)
    .sort()
  const items = classes.length
    ? inTurn(classes.map(name => sample(join(folder, name), Math.ceil(wanted / classes.length), () => name)))
    : sample(folder, wanted, file => file)
  if (items.length === 0) throw new Error(`${folder} has no pictures. It needs *.jpg, *.png, … or <class>/*.jpg, …`)
  return [{ title: basename(folder), layout: 'grid', items }]
}

/** Takes files at equal steps of the sorted folder, because neighbours often show the same thing. */
function sample(folder: string, wanted: number, caption: (file: string) => string): Item[] {
  const files = readdirSync(folder)
    .filter(file => pictures.test(file))
    .sort()
  const step = Math.max(1, files.length / wanted)
  const chosen = new Set(Array.from({ length: wanted }, (_, i) => files[Math.floor(i * step)]))
  return [...chosen].flatMap(file => (file ? [{ caption: caption(file), file: join(folder, file) }] : []))
}

/** Interleaves the rows, as a shop mixes its shelves. */
function inTurn(rows: Item[][]): Item[] {
  const longest = Math.max(...rows.map(row => row.length))
  return Array.from({ length: longest }, (_, i) => rows.flatMap(row => row[i] ?? [])).flat()
}
