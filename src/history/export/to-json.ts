import { toBase64 } from '../base64.ts'
import { clip } from '../clip.ts'
import type { Tag } from '../tag.ts'
import { FIRST_LINE, type JsonTag, LAST_LINE } from './json-format.ts'
import type { Writer } from './writer.ts'

/** Writes the JSON export. */
export function jsonWriter(): Writer<Tag> {
  let isFirst = true
  return {
    begin: () => [FIRST_LINE],
    add(tags) {
      const lines = tags.map(tag => JSON.stringify(toJson(tag))).join(',\n')
      const parts = lines === '' ? [] : [isFirst ? '\n' : ',\n', lines]
      if (lines !== '') isFirst = false
      return parts
    },
    end: () => ['\n', LAST_LINE, '\n'],
  }
}

function toJson({ colours, network, favouriteSince, thumbnail, embedding, ...tag }: Tag): JsonTag {
  const { id, garment, confidence, probabilities, seenAt, by, pageUrl, pageTitle, imageUrl } = clip(tag)
  return {
    ...{ id, garment, confidence, probabilities, seenAt, by, pageUrl, pageTitle, imageUrl },
    ...(colours && { colours }),
    ...(network !== undefined && { network }),
    ...(favouriteSince !== undefined && { favouriteSince }),
    thumbnail: toBase64(thumbnail),
    embedding: toBase64(new Uint8Array(embedding.buffer, embedding.byteOffset, embedding.length)),
  }
}
