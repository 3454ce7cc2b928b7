import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { type ApparelClass, classes } from '../../src/apparel/classes.ts'
import type { Picture } from '../../src/inference/resample/source.ts'

/** Must match src/inference/decode/decode-image.ts, which cannot be imported because Node has no canvas. */
const MAX_PIXELS = 50e6

/** Hoodies, sweaters and others that are neither one of the ten garments nor none. No figure of the ten counts them. */
export const AMBIGUOUS = 'ambiguous'
/** Kinds whose pictures are ambiguous. */
const AMBIGUOUS_KINDS = ['Hoodie', 'Sweater', 'Cardigan', 'Outfit', 'Mixed']

/** A file, labelled by the class or kind that its folder is named after. */
export interface Labelled {
  file: string
  truth: ApparelClass | typeof AMBIGUOUS
  /** Undefined if the folder names a class only. */
  kind?: string
}

/**
 * Lists the files of `DIR/<class>/` in the order of the classes, then of `DIR/ambiguous/`, then of `DIR/<kind>/`.
 * A name that is both a class and a kind, such as `Shirt`, means the class.
 * @returns `strangers`: names of all other folders
 */
export async function listPictures(
  folder: string,
  kinds: { names: string[]; classes: string[] } = { names: [], classes: [] },
): Promise<{ pictures: Labelled[]; strangers: string[] }> {
  const names = (await namesIn(folder, 'folder')).sort()
  const known = [...classes, AMBIGUOUS, ...kinds.names].filter(
    (name, i, all) => all.indexOf(name) === i && names.includes(name),
  )
  const lists = known.map(async name => {
    const label = labelOf(name, kinds)
    return (await namesIn(join(folder, name), 'file'))
      .sort()
      .map(file => ({ file: join(folder, name, file), ...label }))
  })
  return { pictures: (await Promise.all(lists)).flat(), strangers: names.filter(name => !known.includes(name)) }
}

function labelOf(name: string, kinds: { names: string[]; classes: string[] }): Omit<Labelled, 'file'> {
  const itself = [...classes, AMBIGUOUS].find(one => one === name) as Labelled['truth'] | undefined
  if (itself) return { truth: itself }
  const truth = AMBIGUOUS_KINDS.includes(name) ? AMBIGUOUS : (kinds.classes[kinds.names.indexOf(name)] as ApparelClass)
  return { truth, kind: name }
}

/** Lists the names of the files or folders in a folder. Follows links and skips hidden entries. */
async function namesIn(folder: string, kind: 'file' | 'folder'): Promise<string[]> {
  const names = (await readdir(folder)).filter(name => !name.startsWith('.'))
  const fits = await Promise.all(
    names.map(async name => {
      // A broken link counts as a file, so it is reported as unreadable.
      const entry = await stat(join(folder, name)).catch(() => null)
      return kind === 'folder' ? (entry?.isDirectory() ?? false) : !entry?.isDirectory()
    }),
  )
  return names.filter((_, i) => fits[i])
}

/**
 * Decodes a file as a browser does: upright, in sRGB, and only the first frame of an animation.
 * @throws Error if the file is truncated, has more than 50 megapixels or cannot be decoded by sharp
 */
export async function decodeFile(file: string): Promise<Picture> {
  const image = sharp(file, { failOn: 'truncated', limitInputPixels: MAX_PIXELS })
  const upright = image.rotate().toColourspace('srgb').ensureAlpha()
  const { data, info } = await upright.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  return {
    data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    width: info.width,
    height: info.height,
  }
}
