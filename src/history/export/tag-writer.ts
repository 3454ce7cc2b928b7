import type { ByteBuffer } from './byte-buffer.ts'

/** Writes a file in batches. Each call appends to `out`, which the caller may empty between calls. */
export interface TagWriter<Item> {
  begin(out: ByteBuffer): void
  add(items: Item[], out: ByteBuffer): void
  end(out: ByteBuffer): void
}
