import type { BasePictures } from './base-pictures.ts'
import type { Bomb } from './bombs.ts'
import { damageBytes, damageNames, join } from './damage-bytes.ts'
import { type Format, formats, mediaTypes } from './formats.ts'
import { lieInHeader } from './header-lies.ts'
import type { Random } from './random.ts'

/** Where a picture is offered to the extension: shown by a page, sent over the Port, or chosen in the popup. */
export type PictureWay = 'page' | 'upload' | 'popup'

export interface PictureCase {
  seed: number
  way: PictureWay
  /** Its format before the changes. */
  format: Format
  bytes: Uint8Array
  /** The media type that it is served with. */
  type: string
  /** Extension of its name. */
  extension: string
  /** Whether a page shows it as a background rather than an `<img>`. */
  isBackground: boolean
  /** What was done to it; empty for an intact picture with the right type. */
  changes: string[]
}

/** What the pictures are made from. */
export interface Material {
  pictures: BasePictures
  bombs: Bomb[]
}

/** Media types that a server may send by mistake. */
const WRONG_TYPES = [
  ...Object.values(mediaTypes),
  ...['', 'text/html', 'application/octet-stream', 'image/*', 'IMAGE/SVG+XML; charset=utf-8', 'image/jpeg;q=".png"'],
  ...['image/bmp', 'image/tiff', 'image/heic', 'video/mp4', 'text/plain; charset=utf-16', 'image/x-unknown'],
]
const EXTENSIONS = [...formats, 'jpg', 'bmp', 'html', 'js', 'exe', '', 'jpg.svg']

const BOMB_SHARE = 0.012
const INTACT_SHARE = 0.06
const LIE_SHARE = 0.25
const SWAPPED_TYPE_SHARE = 0.12
const SWAPPED_EXTENSION_SHARE = 0.1
const SPLICE_SHARE = 0.04

/** Makes a damaged picture file. */
export function makePictureCase(seed: number, way: PictureWay, random: Random, material: Material): PictureCase {
  const changes: string[] = []
  const { format, bytes } = chooseFile(way, random, material, changes)
  const isSwapped = random.chance(SWAPPED_TYPE_SHARE)
  const type = isSwapped ? random.pick(WRONG_TYPES) : mediaTypes[format]
  if (type !== mediaTypes[format]) changes.push(`sent as “${type}”`)
  const extension = random.chance(SWAPPED_EXTENSION_SHARE) ? random.pick(EXTENSIONS) : format
  if (extension !== format) changes.push(`named .${extension}`)
  return { seed, way, format, bytes, type, extension, isBackground: random.chance(0.5), changes }
}

function chooseFile(
  way: PictureWay,
  random: Random,
  { pictures, bombs }: Material,
  changes: string[],
): { format: Format; bytes: Uint8Array } {
  if (random.chance(BOMB_SHARE)) {
    // What stalls the page itself says nothing about the extension.
    const bomb = random.pick(bombs.filter(({ stallsPages }) => way !== 'page' || !stallsPages))
    changes.push(bomb.name)
    return bomb
  }
  const format = random.pick(formats)
  let bytes = random.pick(pictures[format])
  if (random.chance(INTACT_SHARE)) return { format, bytes }
  if (random.chance(LIE_SHARE)) {
    bytes = lieInHeader(format, bytes, random)
    changes.push('header lies')
  } else if (random.chance(SPLICE_SHARE)) {
    const other = random.pick(formats)
    const tail = random.pick(pictures[other])
    bytes = join(bytes.subarray(0, random.below(bytes.length)), tail.subarray(random.below(tail.length)))
    changes.push(`ends as ${other}`)
  }
  const steps = changes.length > 0 && random.chance(0.5) ? 0 : random.pick([1, 1, 1, 2, 3])
  for (let step = 0; step < steps; step++) {
    const damage = random.pick(damageNames)
    bytes = damageBytes(damage, bytes, random)
    changes.push(damage)
  }
  return { format, bytes }
}
