import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { type ApparelClass, classes } from '../../src/apparel/classes.ts'
import type { Picture } from '../../src/inference/resample/source.ts'

/** Must match src/inference/decode/decode-image.ts, which cannot be imported because Node has no canvas. */
const MAX_PIXELS = 50e6

/** A file in a folder that names its class. */
export interface Labelled {
  file: string
  truth: ApparelClass
}

/** The files of `DIR/<class>/`, in the order of the classes, and the names of the folders that are no class. */
export async function listPictures(folder: string): Promise<{ pictures: Labelled[]; strangers: string[] }> {
  const names = (await namesIn(folder, 'folder')).sort()
  const known = classes.filter(name => names.includes(name))
  const lists = known.map(async truth =>
    (await namesIn(join(folder, truth), 'file')).sort().map(name => ({ file: join(folder, truth, name), truth })),
  )
  return {
    pictures: (await Promise.all(lists)).flat(),
    strangers: names.filter(name => !known.some(truth => truth === name)),
  }
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
