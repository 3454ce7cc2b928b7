import { isKind, type Kind } from '../../apparel/kinds.ts'
import type { Provenance } from '../../history/provenance.ts'
import { type PictureSource, priorities, type ToHost } from '../../messages/host-port.ts'
import { MAX_NAME_LENGTH, type PageWords } from '../../words/page-words.ts'
import { parseHowToRead } from './parse-how-to-read.ts'
import { parseLesson } from './parse-lesson.ts'

/** Maximum number of names beside a picture: a page has no use for more. */
const MAX_NAME_COUNT = 20
/** Maximum length of provenance texts. A longer URL is of no use to anyone. */
const MAX_TEXT_LENGTH = 20_000

/**
 * Parses a message to the host; undefined if it is invalid. Content scripts share a process with their page, and a
 * compromised page process can send anything.
 */
export function parseToHost(data: unknown): ToHost | undefined {
  if (!isObject(data)) return undefined
  const { type, id, priority, source, provenance, kinds, words, withEmbedding } = data as {
    [Key in keyof Classify]?: unknown
  }
  if (type === 'status') return { type }
  if (typeof id !== 'number') return undefined
  if (type === 'cancel') return { type, id }
  if (type === 'teach' || type === 'untell') return parseLesson(data, id)
  if (!isPriority(priority)) return undefined
  if (type === 'prioritise') return { type, id, priority }
  if (type !== 'classify' || !isSource(source)) return undefined
  return {
    ...{ type, id, source, priority },
    ...(isProvenance(provenance) && { provenance }),
    ...(Array.isArray(kinds) && { kinds: kindsIn(kinds) }),
    ...(isPageWords(words) && { words }),
    ...(withEmbedding === true && { withEmbedding }),
    ...parseHowToRead(data),
  }
}

type Classify = Extract<ToHost, { type: 'classify' }>

function isPriority(data: unknown): data is Classify['priority'] {
  return priorities.some(priority => priority === data)
}

function isSource(data: unknown): data is PictureSource {
  return (
    isObject(data) && ('url' in data ? typeof data.url === 'string' : 'bytes' in data && data.bytes instanceof Blob)
  )
}

function isProvenance(data: unknown): data is Provenance {
  if (!isObject(data)) return false
  const { pageUrl, pageTitle, imageUrl, by } = data as { [Key in keyof Provenance]?: unknown }
  return [pageUrl, pageTitle, imageUrl].every(isShortText) && (by === 'auto' || by === 'asked')
}

/** The known kinds in a list, each once. */
function kindsIn(list: unknown[]): Kind[] {
  return [...new Set(list.filter(isKind))]
}

function isPageWords(data: unknown): data is PageWords {
  if (!isObject(data)) return false
  const { language, texts, isAmongIcons } = data as { [Key in keyof PageWords]?: unknown }
  return (
    isName(language) &&
    Array.isArray(texts) &&
    texts.length <= MAX_NAME_COUNT &&
    texts.every(isName) &&
    (isAmongIcons === undefined || isAmongIcons === true)
  )
}

function isName(data: unknown): data is string {
  return typeof data === 'string' && data.length <= MAX_NAME_LENGTH + 1
}

function isShortText(data: unknown): data is string {
  return typeof data === 'string' && data.length <= MAX_TEXT_LENGTH
}

function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null
}
