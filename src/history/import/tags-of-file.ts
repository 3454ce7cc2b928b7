import { FIRST_LINE, FORMAT, LAST_LINE, VERSION } from '../export/json-format.ts'
import type { Tag } from '../tag.ts'
import { checkTag } from './check-tag.ts'
import { ImportError } from './import-error.ts'
import { type Line, linesOf } from './lines.ts'
import { createPauses } from './pauses.ts'

/** The first line of any version, so that a later one is told from what is no export at all. */
const HEAD = new RegExp(`^\\{"format":"${FORMAT}","version":(\\d{1,9}),`)

/** Four times what the history is made for. */
const MOST_TAGS = 200_000

/**
 * The tags of an export, some at a time. All of it is looked at: reading it to its end without an error says that it is
 * right and whole. `read`: bytes that were read so far.
 * @throws ImportError
 */
export async function* tagsOfFile(file: Blob): AsyncGenerator<{ tags: Tag[]; read: number }> {
  let state: 'head' | 'tags' | 'end' = 'head'
  /** The line before: only the next one tells whether it is the last tag. */
  let held: Line | undefined
  let number = 0
  const ids = new Set<string>()
  const pause = createPauses()
  for await (const { lines, read } of linesOf(file)) {
    const tags: Tag[] = []
    for (const line of lines) {
      number = line.number
      if (state === 'end') throw new ImportError('cut_off', number)
      if (state === 'head') {
        checkHead(line.text)
        state = 'tags'
        continue
      }
      if (line.text === LAST_LINE) state = 'end'
      if (held) tags.push(tagOf(held, state === 'end', ids))
      held = line
    }
    yield { tags, read }
    // A file in memory is read without a pause, and a long one would freeze the page.
    await pause()
  }
  if (state !== 'end') throw new ImportError(state === 'head' ? 'not_ours' : 'cut_off', number)
}

function checkHead(text: string): void {
  if (text === FIRST_LINE) return
  throw new ImportError(Number(HEAD.exec(text)?.[1]) > VERSION ? 'newer' : 'not_ours', 1)
}

/**
 * @param isLast no comma follows the last tag
 * @param ids of the tags before
 */
function tagOf({ text, number }: Line, isLast: boolean, ids: Set<string>): Tag {
  if (text.endsWith(',') === isLast) throw new ImportError('not_json', number)
  const tag = checkTag(isLast ? text : text.slice(0, -1), number)
  if (ids.has(tag.id)) throw new ImportError('twice', number)
  if (ids.add(tag.id).size > MOST_TAGS) throw new ImportError('too_large', number)
  return tag
}
