import type { ByteBuffer } from './byte-buffer.ts'

/** Writes a file part by part: what each call appends to `out` comes after all that the calls before did. */
export interface Writer<Item> {
  begin(out: ByteBuffer): void
  add(items: Item[], out: ByteBuffer): void
  end(out: ByteBuffer): void
}
