import { classes } from '../apparel/classes.ts'
import { classOfKind } from '../apparel/kinds.ts'
import { ImportError } from '../history/import/import-error.ts'
import { fromBase64 } from '../history/media/base64.ts'
import { pictureKind } from '../history/media/thumbnail.ts'
import { FINGERPRINT_LENGTH } from '../learning/fingerprint.ts'
import type { OwnKind, Said } from '../learning/said.ts'
import { toOwnName } from '../learning/said.ts'
import type { WholeExample } from './database/schema.ts'

const EMBEDDING_LENGTH = 1280
/** Ten times as many kinds as any network has. */
const MAX_KINDS = 1000
/** The extension's own have 2 to 10 kB. */
const MAX_PICTURE_BYTES = 300_000
const MAX_TEXT_LENGTH = 1000
const LATEST_MS = 253_402_300_799_999

/**
 * Checks every field of an example in a file.
 * @param ownKinds ids of the own kinds in the file
 * @throws ImportError `not_entry`, `wrong_field` or `unknown_field`
 */
export function checkExample(entry: unknown, line: number, ownKinds: ReadonlySet<string>): WholeExample {
  if (!isRecord(entry)) throw new ImportError('not_entry', line)
  const { id, says, tag, fingerprint, embedding, logits, kinds, network, site, taughtAt, picture, ...others } = entry
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new ImportError('unknown_field', line, unknown.slice(0, 40))
  return {
    id: read('id', textIn(id, /^[\da-f-]{36}$/)),
    says: read('says', saidIn(says, ownKinds)),
    tag: read('tag', textIn(tag, /^[\da-f]{64}$/)),
    fingerprint: read('fingerprint', bytesIn(fingerprint, FINGERPRINT_LENGTH)),
    embedding: new Int8Array(read('embedding', bytesIn(embedding, EMBEDDING_LENGTH)).buffer),
    logits: read('logits', floatsIn(logits, classes.length, classes.length)),
    kinds: read('kinds', floatsIn(kinds, 0, MAX_KINDS)),
    network: read('network', textIn(network)),
    site: read('site', textIn(site, /^(https?:\/\/[^/]+)?$/)),
    taughtAt: read('taughtAt', timeIn(taughtAt)),
    picture: read('picture', pictureIn(picture)),
  }

  function read<Value>(field: string, value: Value | undefined): Value {
    if (value === undefined) throw new ImportError('wrong_field', line, field)
    return value
  }
}

/**
 * Checks the own kinds in a file.
 * @throws ImportError `wrong_field`
 */
export function checkOwnKinds(list: unknown, line: number): OwnKind[] {
  const kinds = Array.isArray(list) ? list.map(ownKindIn) : [undefined]
  const right = kinds.filter(kind => kind !== undefined)
  if (right.length < kinds.length) throw new ImportError('wrong_field', line, 'ownKinds')
  return right
}

function ownKindIn(entry: unknown): OwnKind | undefined {
  if (!isRecord(entry)) return undefined
  const { id, name, colour, isBadged, createdAt, ...others } = entry
  const kind = {
    id: textIn(id, /^[\da-f-]{36}$/),
    name: typeof name === 'string' ? toOwnName(name) : undefined,
    colour: textIn(colour, /^#[\da-f]{6}$/),
    isBadged: typeof isBadged === 'boolean' ? isBadged : undefined,
    createdAt: timeIn(createdAt),
  }
  const isRight = Object.keys(others).length === 0 && Object.values(kind).every(value => value !== undefined)
  return isRight ? (kind as OwnKind) : undefined
}

function saidIn(value: unknown, ownKinds: ReadonlySet<string>): Said | undefined {
  if (!isRecord(value)) return undefined
  const { label, kind, own } = value
  if (typeof own === 'string') return ownKinds.has(own) ? { own } : undefined
  const known = classes.find(one => one === label)
  if (!known || kind === undefined) return known && { label: known }
  return typeof kind === 'string' && classOfKind(kind) === known ? ({ label: known, kind } as Said) : undefined
}

function textIn(value: unknown, pattern = /^/): string | undefined {
  return typeof value === 'string' && value.length <= MAX_TEXT_LENGTH && pattern.test(value) ? value : undefined
}

function timeIn(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= LATEST_MS ? value : undefined
}

function bytesIn(value: unknown, length: number): Uint8Array<ArrayBuffer> | undefined {
  const bytes = typeof value === 'string' && value.length <= length * 2 ? fromBase64(value) : undefined
  return bytes?.length === length ? bytes : undefined
}

function floatsIn(value: unknown, min: number, max: number): Float32Array<ArrayBuffer> | undefined {
  const bytes = typeof value === 'string' && value.length <= max * 8 ? fromBase64(value) : undefined
  if (!bytes || bytes.length % 4 !== 0) return undefined
  const floats = new Float32Array(bytes.slice().buffer)
  return floats.length >= min && floats.length <= max && floats.every(Number.isFinite) ? floats : undefined
}

function pictureIn(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  const bytes = typeof value === 'string' && value.length <= MAX_PICTURE_BYTES * 1.4 ? fromBase64(value) : undefined
  return bytes && pictureKind(bytes) ? bytes : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
