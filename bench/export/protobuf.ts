/** A field of a protocol buffer message, which is a list of fields (https://protobuf.dev/programming-guides/encoding). */
export type Field = [number: number, value: number | string | Uint8Array | Field[]]

/** Encodes a message. Numbers are non-negative integers. */
export function encode(fields: Field[]): Uint8Array {
  return Buffer.concat(
    fields.flatMap(([number, value]) => {
      if (typeof value === 'number') return [varint(number << 3), varint(value)]
      const bytes = Array.isArray(value) ? encode(value) : typeof value === 'string' ? Buffer.from(value) : value
      return [varint((number << 3) | 2), varint(bytes.length), bytes]
    }),
  )
}

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  let remaining = value
  for (; remaining > 127; remaining = Math.floor(remaining / 128)) bytes.push((remaining % 128) | 128)
  return Uint8Array.of(...bytes, remaining)
}
