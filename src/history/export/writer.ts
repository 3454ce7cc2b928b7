/** Writes a file in parts; each call returns what to append. */
export interface Writer<Item> {
  begin(): BlobPart[]
  add(items: Item[]): BlobPart[]
  end(): BlobPart[]
}
