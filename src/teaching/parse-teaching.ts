import { ImportError } from '../history/import/import-error.ts'
import { JsonScanner, type Piece } from '../history/import/json/json-scanner.ts'
import { readUtf8 } from '../history/import/json/read-utf8.ts'
import type { OwnKind } from '../learning/said.ts'
import { checkExample, checkOwnKinds } from './check-example.ts'
import type { WholeExample } from './database/schema.ts'
import { FORMAT, VERSION } from './teaching-format.ts'

/** Twenty times as many as anybody teaches. */
const MAX_EXAMPLES = 10_000

/** What a file teaches. */
export interface ParsedTeaching {
  ownKinds: OwnKind[]
  examples: WholeExample[]
}

/**
 * Reads a file of what was taught and checks all of it.
 * @throws ImportError
 */
export async function parseTeaching(file: Blob): Promise<ParsedTeaching> {
  const scanner = new JsonScanner('examples')
  const header = new Map<string, Piece>()
  const entries: Piece[] = []
  for await (const { bytes } of readUtf8(file, () => scanner.line))
    for (const piece of scanner.read(bytes)) {
      if (piece.key !== undefined) header.set(piece.key, piece)
      else entries.push(piece)
      if (entries.length > MAX_EXAMPLES) throw new ImportError('too_large', piece.line)
    }
  scanner.end()
  const ownKinds = checkHeader(header)
  if (!scanner.hasList) throw new ImportError('wrong_field', scanner.lastLine, 'examples')
  const ids = new Set(ownKinds.map(({ id }) => id))
  const seen = new Set<string>()
  const examples = entries.map(({ text, line }) => {
    const example = checkExample(parse(text, line), line, ids)
    if (seen.has(example.id)) throw new ImportError('twice', line)
    seen.add(example.id)
    return example
  })
  return { ownKinds, examples }
}

function checkHeader(header: ReadonlyMap<string, Piece>): OwnKind[] {
  const value = (key: string) => {
    const { text, line } = header.get(key) ?? { text: 'null', line: 1 }
    return { value: parse(text, line), line }
  }
  const [format, version, ownKinds] = [value('format'), value('version'), value('ownKinds')]
  if (format.value !== FORMAT) throw new ImportError('not_ours', format.line)
  if (typeof version.value === 'number' && version.value > VERSION) throw new ImportError('newer', version.line)
  if (version.value !== VERSION) throw new ImportError('wrong_field', version.line, 'version')
  const unknown = [...header.keys()].find(key => !['format', 'version', 'ownKinds'].includes(key))
  if (unknown !== undefined) throw new ImportError('unknown_field', header.get(unknown)?.line, unknown.slice(0, 40))
  return checkOwnKinds(ownKinds.value, ownKinds.line)
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ImportError('not_json', line)
  }
}
