import { LAST_LINE } from '../export/json-format.ts'
import type { Tag } from '../tag.ts'
import { checkHeader, type Header } from './check-header.ts'
import { checkTag } from './check-tag.ts'
import { ImportError } from './import-error.ts'
import { type Line, readLines } from './read-lines.ts'
import { createYielder } from './yield-to-page.ts'

/** Four times the number of tags that the history is designed for. */
const MAX_TAGS = 200_000

/** A batch of tags. */
interface Parsed {
  tags: Tag[]
  /** Bytes read so far. */
  read: number
  /** Number of tags so far that were left out. */
  leftOut: number
}

/**
 * Parses the tags of an export in batches and validates everything: reaching the end without an error means that the file
 * is correct and complete, except that tags of a newer version may be left out if this version cannot understand them.
 * @throws ImportError
 */
export async function* parseTags(file: Blob): AsyncGenerator<Parsed> {
  let state: 'header' | 'tags' | 'end' = 'header'
  let header: Header = { isNewer: false, classes: undefined }
  let leftOut = 0
  /** The previous line: only the next one shows whether it was the last tag. */
  let previous: Line | undefined
  let number = 0
  const ids = new Set<string>()
  const yieldToPage = createYielder()
  for await (const { lines, read } of readLines(file)) {
    const tags: Tag[] = []
    for (const line of lines) {
      number = line.number
      if (state === 'end') throw new ImportError('cut_off', number)
      if (state === 'header') {
        header = checkHeader(line.text)
        state = 'tags'
        continue
      }
      if (line.text === LAST_LINE) state = 'end'
      if (previous) {
        const tag = parseTag(previous, state === 'end', ids, header)
        if (tag) tags.push(tag)
        else leftOut++
      }
      previous = line
    }
    yield { tags, read, leftOut }
    // Reading a file that is in memory never waits, so that a long one would freeze the page.
    await yieldToPage()
  }
  if (state !== 'end') throw new ImportError(state === 'header' ? 'not_ours' : 'cut_off', number)
}

/**
 * @param isLast whether this is the last tag, which no comma follows
 * @param ids ids of the tags before it
 * @returns undefined if a newer version wrote it in a way that this one cannot understand
 */
function parseTag({ text, number }: Line, isLast: boolean, ids: Set<string>, header: Header): Tag | undefined {
  if (text.endsWith(',') === isLast) throw new ImportError('not_json', number)
  const tag = understood(() => checkTag(isLast ? text : text.slice(0, -1), number, header), header)
  if (!tag) return undefined
  if (ids.has(tag.id)) throw new ImportError('twice', number)
  if (ids.add(tag.id).size > MAX_TAGS) throw new ImportError('too_large', number)
  return tag
}

function understood(check: () => Tag, { isNewer }: Header): Tag | undefined {
  try {
    return check()
  } catch (error) {
    if (isNewer && error instanceof ImportError && error.reason === 'wrong_field') return undefined
    throw error
  }
}
