import { FORMAT, VERSION } from '../export/json-format.ts'
import { ImportError } from './import-error.ts'

/** What the first line of an export says about its tags. */
export interface Header {
  /** Whether a newer version of the extension wrote it, so that tags may hold more than this version understands. */
  isNewer: boolean
  /** The classes of the probabilities, in order. Undefined in version 1, which knew eleven. */
  classes: readonly string[] | undefined
}

/** Begins the first line of every version. */
const START = new RegExp(`^\\{"format":"${FORMAT}","version":([1-9]\\d{0,8}),`)
/** Ends it. */
const END = '"tags":['

/**
 * Parses the first line of an export.
 * @throws ImportError `not_ours`, or `newer` if a newer version has arranged its file in another way
 */
export function checkHeader(text: string): Header {
  const version = Number(START.exec(text)?.[1] ?? 0)
  if (version === 0) throw new ImportError('not_ours', 1)
  const refusal = new ImportError(version > VERSION ? 'newer' : 'not_ours', 1)
  if (!text.endsWith(END)) throw refusal
  const { classes, ...rest } = parse(`${text}]}`, refusal)
  // What older versions wrote is known exactly.
  const isExact = version > VERSION || Object.keys(rest).join() === 'format,version,tags'
  const isRight = version === 1 ? classes === undefined : version > VERSION || isNames(classes)
  if (!isExact || !isRight) throw refusal
  return { isNewer: version > VERSION, classes: isNames(classes) ? classes : undefined }
}

function parse(text: string, refusal: ImportError): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw refusal
  }
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(name => typeof name === 'string')
}
