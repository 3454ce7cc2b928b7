import { clip } from '../clip.ts'
import type { Tag } from '../tag.ts'
import { FIRST_LINE, type JsonTag, LAST_LINE } from './json-format.ts'
import type { Writer } from './writer.ts'

/** Writes the JSON export. */
export function jsonWriter(): Writer<Tag> {
  let isFirst = true
  return {
    begin: out => void out.text(FIRST_LINE),
    add(tags, out) {
      for (const tag of tags) {
        out.text(isFirst ? '\n' : ',\n')
        isFirst = false
        // Its last bracket comes after what is no text.
        out.text(JSON.stringify(textsOf(tag)).slice(0, -1))
        out.text(',"thumbnail":"').base64(tag.thumbnail)
        out.text('","embedding":"').base64(new Uint8Array(tag.embedding.buffer)).text('"}')
      }
    },
    end: out => void out.text(`\n${LAST_LINE}\n`),
  }
}

function textsOf({ colours, network, favouriteSince, ...tag }: Tag): Omit<JsonTag, 'thumbnail' | 'embedding'> {
  const { id, garment, confidence, probabilities, seenAt, by, pageUrl, pageTitle, imageUrl } = clip(tag)
  return {
    ...{ id, garment, confidence, probabilities, seenAt, by, pageUrl, pageTitle, imageUrl },
    ...(colours && { colours }),
    ...(network !== undefined && { network }),
    ...(favouriteSince !== undefined && { favouriteSince }),
  }
}
