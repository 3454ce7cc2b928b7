import type { Tag } from '../tag.ts'
import { checkTag, type Origin } from './check-tag.ts'
import type { FileHeader } from './file-header.ts'
import { ImportError } from './import-error.ts'
import { JsonScanner, type Piece } from './json/json-scanner.ts'
import { readUtf8 } from './json/read-utf8.ts'
import { createYielder } from './yield-to-page.ts'

/** Four times the number of tags that the history is designed for. */
const MAX_TAGS = 200_000

/** A batch of tags. */
interface Parsed {
  tags: Tag[]
  /** Bytes read so far. */
  read: number
}

/**
 * Parses the tags of an export in batches and validates everything: reaching the end without an error means that the file
 * is correct and complete, except that tags of a newer version are left out if this version cannot understand them. The layout
 * of the JSON and the order of its fields do not matter.
 * @param header takes what the file says about itself, which may follow the tags
 * @throws ImportError
 */
export async function* parseTags(file: Blob, header: FileHeader): AsyncGenerator<Parsed> {
  const scanner = new JsonScanner('tags')
  const ids = new Set<string>()
  const yieldToPage = createYielder()
  const parse = (piece: Piece): Tag | undefined => {
    if (piece.key !== undefined) header.take(piece)
    else if (ids.size >= MAX_TAGS) throw new ImportError('too_large', piece.line)
    else
      try {
        return parseTag(piece, ids, header)
      } catch (error) {
        header.leaveOut(error as ImportError)
      }
    return undefined
  }
  const explained = (error: unknown) => (error instanceof ImportError ? header.reasonFor(error, ids.size > 0) : error)
  const pieces = function* (bytes: Uint8Array) {
    try {
      yield* scanner.read(bytes)
    } catch (error) {
      throw explained(error)
    }
  }
  for await (const { bytes, read } of readUtf8(file, () => scanner.line)) {
    const tags: Tag[] = []
    for (const piece of pieces(bytes)) {
      const tag = parse(piece)
      if (tag) tags.push(tag)
    }
    yield { tags, read }
    // Reading a file that is in memory never waits, so that a long one would freeze the page.
    await yieldToPage()
  }
  try {
    scanner.end()
  } catch (error) {
    throw explained(error)
  }
  header.end(scanner.lastLine, scanner.hasList)
}

function parseTag({ text, line }: Piece, ids: Set<string>, origin: Origin): Tag {
  const tag = checkTag(text, line, origin)
  if (ids.has(tag.id)) throw new ImportError('twice', line)
  ids.add(tag.id)
  return tag
}
