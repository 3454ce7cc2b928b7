import { FIRST_LINE, FORMAT, LAST_LINE, VERSION } from '../export/json-format.ts'
import type { Tag } from '../tag.ts'
import { checkTag } from './check-tag.ts'
import { ImportError } from './import-error.ts'
import { type Line, readLines } from './read-lines.ts'
import { createYielder } from './yield-to-page.ts'

/** Matches the first line of any version, to distinguish a newer export from other files. */
const HEADER = new RegExp(`^\\{"format":"${FORMAT}","version":(\\d{1,9}),`)

/** Four times the number of tags that the history is designed for. */
const MAX_TAGS = 200_000

/**
 * Parses the tags of an export in batches and validates everything: reaching the end without an error means that the file
 * is correct and complete. `read` is the number of bytes read so far.
 * @throws ImportError
 */
export async function* parseTags(file: Blob): AsyncGenerator<{ tags: Tag[]; read: number }> {
  let state: 'header' | 'tags' | 'end' = 'header'
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
        checkHeader(line.text)
        state = 'tags'
        continue
      }
      if (line.text === LAST_LINE) state = 'end'
      if (previous) tags.push(parseTag(previous, state === 'end', ids))
      previous = line
    }
    yield { tags, read }
    // Reading a file that is in memory never waits, so that a long one would freeze the page.
    await yieldToPage()
  }
  if (state !== 'end') throw new ImportError(state === 'header' ? 'not_ours' : 'cut_off', number)
}

function checkHeader(text: string): void {
  if (text === FIRST_LINE) return
  throw new ImportError(Number(HEADER.exec(text)?.[1]) > VERSION ? 'newer' : 'not_ours', 1)
}

/**
 * @param isLast whether this is the last tag, which no comma follows
 * @param ids ids of the tags before it
 */
function parseTag({ text, number }: Line, isLast: boolean, ids: Set<string>): Tag {
  if (text.endsWith(',') === isLast) throw new ImportError('not_json', number)
  const tag = checkTag(isLast ? text : text.slice(0, -1), number)
  if (ids.has(tag.id)) throw new ImportError('twice', number)
  if (ids.add(tag.id).size > MAX_TAGS) throw new ImportError('too_large', number)
  return tag
}
