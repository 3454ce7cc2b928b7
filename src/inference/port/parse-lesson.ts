import { classes } from '../../apparel/classes.ts'
import { classOfKind } from '../../apparel/kinds.ts'
import { type SaidByName, toOwnName } from '../../learning/said.ts'
import type { TeachSource, ToHost } from '../../messages/host-port.ts'
import { parseHowToRead } from './parse-how-to-read.ts'

/** Longer than any address that a browser opens. */
const MAX_URL_LENGTH = 20_000
/** UUIDs and SHA-256 in hex are shorter. */
const MAX_ID_LENGTH = 64

/** Parses `teach` and `untell`; undefined if the message is invalid. @param id of the request */
export function parseLesson(data: object, id: number): ToHost | undefined {
  const { type, source, said, pageUrl, lesson } = data as Record<string, unknown>
  if (type === 'untell') return isShort(lesson, MAX_ID_LENGTH) ? { type, id, lesson } : undefined
  const [from, word] = [sourceIn(source), saidIn(said)]
  if (type !== 'teach' || !from || !word) return undefined
  return {
    ...{ type, id, source: from, said: word },
    ...parseHowToRead(data),
    ...(isShort(pageUrl, MAX_URL_LENGTH) && { pageUrl }),
  }
}

function sourceIn(source: unknown): TeachSource | undefined {
  const { url, bytes, tag } = (source ?? {}) as Record<string, unknown>
  if (isShort(tag, MAX_ID_LENGTH)) return { tag }
  if (typeof url === 'string') return { url }
  return bytes instanceof Blob ? { bytes } : undefined
}

function saidIn(said: unknown): SaidByName | undefined {
  const { label, kind, ownName } = (said ?? {}) as Record<string, unknown>
  if (typeof ownName === 'string') {
    const name = toOwnName(ownName)
    return name === undefined ? undefined : { ownName: name }
  }
  const known = classes.find(one => one === label)
  if (!known || kind === undefined) return known && { label: known }
  return typeof kind === 'string' && classOfKind(kind) === known ? ({ label: known, kind } as SaidByName) : undefined
}

function isShort(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength
}
