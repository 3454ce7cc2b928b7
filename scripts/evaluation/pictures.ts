import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { type ApparelClass, classes } from '../../src/apparel/classes.ts'
import type { Picture } from '../../src/inference/resample/source.ts'

/** Must match src/inference/decode/decode-image.ts, which cannot be imported because Node has no canvas. */
const MAX_PIXELS = 50e6

/** Hoodies, sweaters and others that are neither one of the ten nor none: they count in no figure of the ten. */
export const AMBIGUOUS = 'ambiguous'
/** Kinds whose pictures are ambiguous. */
const AMBIGUOUS_KINDS = ['Hoodie', 'Sweater', 'Cardigan', 'Outfit', 'Mixed']

/** A file in a folder that names its class or its kind. */
export interface Labelled {
  file: string
  truth: ApparelClass | typeof AMBIGUOUS
  /** Where the folder names it. */
  kind?: string
}

/**
 * The files of `DIR/<class>/`, in the order of the classes, then those of `DIR/ambiguous/`, then those of `DIR/<kind>/`; and
 * the names of the folders that are none of these. A folder such as `Shirt`, a class and a kind, names the class.
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
      // A broken link counts as a file, so that it is reported as unreadable.
      const entry = await stat(join(folder, name)).catch(() => null)
      return kind === 'folder' ? (entry?.isDirectory() ?? false) : !entry?.isDirectory()
    }),
  )
  return names.filter((_, i) => fits[i])
}

/**
 * Decodes a file as a browser does: upright, in sRGB, and only the first frame of an animation.
 * @throws Error if sharp cannot decode the file, or it is truncated, or it has more than 50 megapixels
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
