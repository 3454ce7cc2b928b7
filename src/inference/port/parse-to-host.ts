import { isKind, type Kind } from '../../apparel/kinds.ts'
import type { ToHost } from '../../messages/host-port.ts'
import { MAX_NAME_LENGTH, type PageWords } from '../../words/page-words.ts'
import { isCopy, isObject, isPriority, isProvenance, isSource } from './parse-fields.ts'
import { parseFindGarments } from './parse-find-garments.ts'
import { parseLesson } from './parse-lesson.ts'

/** Maximum number of names beside a picture: a page has no use for more. */
const MAX_NAME_COUNT = 20

/**
 * Parses a message to the host; undefined if it is invalid. Content scripts share a process with their page, and a
 * compromised page process can send anything.
 */
export function parseToHost(data: unknown): ToHost | undefined {
  if (!isObject(data)) return undefined
  const { type, id, priority, source, provenance, kinds, words, withEmbedding, copy, asPage, isPatient } = data as {
    [Key in keyof Classify]?: unknown
  }
  if (type === 'status') return { type }
  if (typeof id !== 'number') return undefined
  if (type === 'cancel') return { type, id }
  if (type === 'find-garments') return parseFindGarments(data, id)
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
    ...(isCopy(copy) && { copy }),
    ...(asPage === true && { asPage }),
    ...(isPatient === true && { isPatient }),
  }
}

type Classify = Extract<ToHost, { type: 'classify' }>

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
