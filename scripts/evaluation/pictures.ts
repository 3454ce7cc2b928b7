import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ApparelClass, classes } from '../../src/apparel/classes.ts'
import { classOfKind, kinds } from '../../src/apparel/kinds.ts'

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
export async function listPictures(folder: string): Promise<{ pictures: Labelled[]; strangers: string[] }> {
  const names = (await namesIn(folder, 'folder')).sort()
  const known = [...classes, AMBIGUOUS, ...kinds].filter(
    (name, i, all) => all.indexOf(name) === i && names.includes(name),
  )
  const lists = known.map(async name => {
    const label = labelOf(name)
    return (await namesIn(join(folder, name), 'file'))
      .sort()
      .map(file => ({ file: join(folder, name, file), ...label }))
  })
  return { pictures: (await Promise.all(lists)).flat(), strangers: names.filter(name => !known.includes(name)) }
}

function labelOf(name: string): Omit<Labelled, 'file'> {
  const itself = ([...classes, AMBIGUOUS] as const).find(one => one === name)
  if (itself) return { truth: itself }
  return { truth: AMBIGUOUS_KINDS.includes(name) ? AMBIGUOUS : (classOfKind(name) ?? 'none'), kind: name }
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
