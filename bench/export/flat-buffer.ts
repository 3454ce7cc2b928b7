/**
 * The building blocks of a FlatBuffers file (https://flatbuffers.dev/internals). A table's fields follow its schema's order;
 * undefined ones are omitted.
 */
export type Part =
  | { type: 'table'; fields: (Part | undefined)[] }
  | { type: 'vector'; parts: Part[] }
  | { type: 'bytes'; bytes: Uint8Array; length: number; align: number }
  | { type: 'byte' | 'int'; value: number }

export const table = (...fields: (Part | undefined)[]): Part => ({ type: 'table', fields })
export const vector = (parts: Part[]): Part => ({ type: 'vector', parts })
export const byte = (value: number): Part => ({ type: 'byte', value })
export const int = (value: number): Part => ({ type: 'int', value })
export const ints = (values: number[]): Part => numbers(Int32Array.from(values))
export const floats = (values: number[]): Part => numbers(Float32Array.from(values))
export const longs = (values: number[]): Part => numbers(BigInt64Array.from(values, BigInt))
/** @param align alignment of the first byte, in bytes */
export const bytes = (values: Uint8Array, align: number): Part => ({
  type: 'bytes',
  bytes: values,
  length: values.length,
  align,
})
/** A string with a terminating zero, which its length excludes. */
export const text = (value: string): Part => {
  const encoded = Buffer.from(`${value}\0`)
  return { type: 'bytes', bytes: encoded, length: encoded.length - 1, align: 1 }
}

function numbers(values: Int32Array | Float32Array | BigInt64Array): Part {
  const raw = new Uint8Array(values.buffer)
  return { type: 'bytes', bytes: raw, length: values.length, align: values.BYTES_PER_ELEMENT }
}

/** Writes a file. Each part follows those that refer to it, because offsets must point forward. */
export function writeFlatBuffer(root: Part, identifier: string): Uint8Array {
  let buffer = Buffer.alloc(1 << 20)
  let end = 8

  const grow = (size: number) => {
    while (end + size > buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2)
    end += size
    return end - size
  }
  /** Pads the file so that the position `ahead` bytes later is aligned. */
  const align = (to: number, ahead = 0) => grow((to - ((end + ahead) % to)) % to)
  const pointTo = (place: number, part: Part) => {
    // In two steps, because writing the part may replace the buffer.
    const at = write(part)
    buffer.writeUInt32LE(at - place, place)
  }

  /** @returns its position */
  function write(part: Part): number {
    if (part.type === 'table') return writeTable(part.fields)
    if (part.type === 'bytes') {
      align(Math.max(4, part.align), 4)
      const at = grow(4 + part.bytes.length)
      buffer.writeUInt32LE(part.length, at)
      buffer.set(part.bytes, at + 4)
      return at
    }
    if (part.type !== 'vector') throw new TypeError('numbers lie in tables')
    align(4)
    const at = grow(4 + 4 * part.parts.length)
    buffer.writeUInt32LE(part.parts.length, at)
    for (const [i, item] of part.parts.entries()) pointTo(at + 4 + 4 * i, item)
    return at
  }

  function writeTable(fields: (Part | undefined)[]): number {
    align(4)
    const offsets = grow(4 + 2 * fields.length)
    align(4)
    const count = fields.filter(field => field !== undefined).length
    const at = grow(4 + 4 * count)
    buffer.writeInt32LE(at - offsets, at)
    buffer.writeUInt16LE(4 + 2 * fields.length, offsets)
    buffer.writeUInt16LE(4 + 4 * count, offsets + 2)
    let place = 4
    for (const [i, field] of fields.entries()) {
      if (!field) continue
      buffer.writeUInt16LE(place, offsets + 4 + 2 * i)
      if (field.type === 'byte') buffer.writeInt8(field.value, at + place)
      else if (field.type === 'int') buffer.writeInt32LE(field.value, at + place)
      else pointTo(at + place, field)
      place += 4
    }
    return at
  }

  pointTo(0, root)
  buffer.write(identifier, 4, 'latin1')
  return buffer.subarray(0, end)
}
