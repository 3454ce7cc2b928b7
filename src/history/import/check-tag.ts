import { classes } from '../../apparel/classes.ts'
import { MAX_COLOURS } from '../../colour/garment-colours.ts'
import type { JsonTag } from '../export/json-format.ts'
import { isLabel } from '../labels.ts'
import { fromBase64 } from '../media/base64.ts'
import { pictureKind } from '../media/thumbnail.ts'
import { isPart } from '../part.ts'
import { isWebUrl, MAX_TITLE_LENGTH } from '../sanitise-provenance.ts'
import type { Tag } from '../tag.ts'
import { ImportError, type ImportRefusal } from './import-error.ts'
import { jsonSyntax } from './json/json-syntax.ts'
import { linesBefore } from './json/line-counter.ts'
import { taughtFields } from './taught-fields.ts'
import { toKnownLabels } from './to-known-labels.ts'

/** Components of an embedding. */
const EMBEDDING_LENGTH = 1280
/** Components of an embedding in the file of a newer version. Compared with none of another length. */
const MAX_EMBEDDING_LENGTH = 8192
/** Ten times the number of classes that any version is likely to have. */
const MAX_CLASSES = 1000
/** Maximum size of a thumbnail. The extension's own have 1 to 5 kB. */
const MAX_THUMBNAIL_BYTES = 100_000
/** The last millisecond of the year 9999. */
const LATEST_MS = 253_402_300_799_999

type Check = (value: unknown) => boolean

/** The check of each field. */
const fields: Record<keyof JsonTag, Check> = {
  id: value => isText(value) && /^[\da-f]{64}$/.test(value),
  garment: value => value === 'none' || isLabel(value),
  kind: isText,
  confidence: isShare,
  // A newer version may know more classes.
  probabilities: value => isList(value, isShare) && value.length >= classes.length && value.length <= MAX_CLASSES,
  seenAt: isTime,
  by: value => value === 'auto' || value === 'asked',
  pageUrl: value => value === '' || (typeof value === 'string' && isWebUrl(value)),
  pageTitle: isText,
  imageUrl: value => value === '' || (typeof value === 'string' && isWebUrl(value)),
  colours: value => isList(value, isColour) && value.length <= MAX_COLOURS,
  network: isText,
  favouriteSince: isTime,
  ...taughtFields,
  part: isPart,
  thumbnail: value => typeof value === 'string' && value.length <= (MAX_THUMBNAIL_BYTES / 3) * 4,
  embedding: value => typeof value === 'string' && value.length <= MAX_EMBEDDING_LENGTH * 2,
}
const optional: string[] = [
  'kind',
  'colours',
  'network',
  'favouriteSince',
  'own',
  'ownName',
  'byUser',
  'untold',
  'part',
] satisfies (keyof JsonTag)[]
const colourFields: Record<keyof NonNullable<JsonTag['colours']>[number], Check> = {
  lightness: isShare,
  chroma: isShare,
  hue: value => isNumber(value, 0, 360),
  share: isShare,
}

/** What an export says about all of its tags. */
export interface Origin {
  /** Whether a newer version of the extension wrote it, so that tags may hold more than this version understands. */
  isNewer: boolean
  /** The classes of the probabilities, in order. Undefined if unknown, as in version 1. */
  classes: readonly string[] | undefined
}

/**
 * Parses one entry of an export as a tag and validates every field. Of what a newer version wrote, drops the fields that are
 * not known and the optional ones that are not understood.
 * @param line the line on which it begins, for the error
 * @throws ImportError `not_json`, `wrong_field` or `unknown_field`, with the line of the error
 */
export function checkTag(text: string, line: number, { isNewer, classes }: Origin): Tag {
  const refuse = (reason: ImportRefusal, field = ''): never => {
    const { error, fields } = jsonSyntax(text)
    const offset = reason === 'not_json' ? error : fields.get(field)
    throw new ImportError(reason, line + linesBefore(text, offset ?? 0), field.slice(0, 40))
  }
  const parsed = parse(text) ?? refuse('not_json')
  const { thumbnail, embedding, ...facts } = checkFields(isNewer ? onlyUnderstood(parsed) : parsed, refuse)
  const [picture, vector] = [fromBase64(thumbnail), fromBase64(embedding)]
  if (!picture || !pictureKind(picture)) return refuse('wrong_field', 'thumbnail')
  if (!vector || !isEmbeddingLength(vector.length, isNewer)) return refuse('wrong_field', 'embedding')
  const labels = toKnownLabels(facts, classes)
  if (!labels) return refuse('wrong_field', 'garment')
  const { kind: _, ...rest } = facts
  return {
    ...(rest as Omit<Tag, 'thumbnail' | 'embedding'>),
    ...labels,
    thumbnail: picture,
    embedding: new Int8Array(vector.buffer),
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** The fields that this version knows, without optional ones that it does not understand. */
function onlyUnderstood(parsed: Record<string, unknown>): Record<string, unknown> {
  const isUnderstood = ([field, isRight]: [string, Check]) =>
    Object.hasOwn(parsed, field) && (!optional.includes(field) || isRight(parsed[field]))
  return Object.fromEntries(
    Object.entries(fields)
      .filter(isUnderstood)
      .map(([field]) => [field, parsed[field]]),
  )
}

function isEmbeddingLength(length: number, isNewer: boolean): boolean {
  return length === EMBEDDING_LENGTH || (isNewer && length > 0 && length <= MAX_EMBEDDING_LENGTH)
}

function checkFields(
  parsed: Record<string, unknown>,
  refuse: (reason: ImportRefusal, field: string) => never,
): JsonTag {
  for (const field of Object.keys(parsed)) if (!Object.hasOwn(fields, field)) refuse('unknown_field', field)
  const known = Object.entries(fields).filter(([field]) => !optional.includes(field) || Object.hasOwn(parsed, field))
  for (const [field, isRight] of known)
    if (!Object.hasOwn(parsed, field) || !isRight(parsed[field])) refuse('wrong_field', field)
  // Every field was validated, and there are no others.
  return parsed as unknown as JsonTag
}

function isColour(value: unknown): boolean {
  if (!isRecord(value)) return false
  const isRight = ([field, check]: [string, Check]) => Object.hasOwn(value, field) && check(value[field])
  return Object.keys(value).length === 4 && Object.entries(colourFields).every(isRight)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: unknown, isItem: Check): value is unknown[] {
  return Array.isArray(value) && value.every(isItem)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TITLE_LENGTH && !value.includes('\0')
}

function isTime(value: unknown): boolean {
  return Number.isInteger(value) && isNumber(value, 0, LATEST_MS)
}

function isShare(value: unknown): boolean {
  return isNumber(value, 0, 1)
}

function isNumber(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most
}
