/** Splits a list of paths that ends each with a separator; the last one may lack it. Empty ones are left out. */
export async function* readList(input: AsyncIterable<Buffer>, separator: '\n' | '\0'): AsyncGenerator<Buffer> {
  const end = separator.charCodeAt(0)
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of input) {
    let from = 0
    for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, from)) {
      yield* whole(Buffer.concat([rest, chunk.subarray(from, at)]), separator)
      rest = Buffer.alloc(0)
      from = at + 1
    }
    rest = Buffer.concat([rest, chunk.subarray(from)])
  }
  yield* whole(rest, separator)
}

/** Lines that Windows wrote end with a carriage return. */
function whole(path: Buffer, separator: string): Buffer[] {
  const plain = separator === '\n' && path.at(-1) === '\r'.charCodeAt(0) ? path.subarray(0, -1) : path
  return plain.length > 0 ? [plain] : []
}
