import { sanitiseProvenance } from '../sanitise-provenance.ts'
import type { Tag } from '../tag.ts'
import type { ByteBuffer } from './byte-buffer.ts'
import { FIRST_LINE, type JsonTag, LAST_LINE } from './json-format.ts'
import type { TagWriter } from './tag-writer.ts'

/** Writes the JSON export. */
export function jsonWriter(): TagWriter<Tag> {
  let isFirst = true
  return {
    begin: out => void out.text(FIRST_LINE),
    add(tags, out) {
      for (const tag of tags) {
        out.text(isFirst ? '\n' : ',\n')
        isFirst = false
        writeTag(tag, out)
      }
    },
    end: out => void out.text(`\n${LAST_LINE}\n`),
  }
}

/** Writes one tag in JSON. */
export function writeTag(tag: Tag, out: ByteBuffer): void {
  // Without its closing brace, which follows the binary fields.
  out.text(JSON.stringify(textFieldsOf(tag)).slice(0, -1))
  out.text(',"thumbnail":"').base64(tag.thumbnail)
  out.text('","embedding":"').base64(new Uint8Array(tag.embedding.buffer)).text('"}')
}

function textFieldsOf({
  kind,
  colours,
  network,
  favouriteSince,
  own,
  ownName,
  byUser,
  untold,
  part,
  ...tag
}: Tag): Omit<JsonTag, 'thumbnail' | 'embedding'> {
  const { id, garment, confidence, probabilities, seenAt, by, pageUrl, pageTitle, imageUrl } = sanitiseProvenance(tag)
  return {
    ...{ id, garment, ...(kind !== undefined && { kind }), confidence, probabilities, seenAt },
    ...{ by, pageUrl, pageTitle, imageUrl },
    ...(own !== undefined && { own }),
    ...(ownName !== undefined && { ownName }),
    ...(byUser && { byUser }),
    ...(untold && { untold }),
    ...(part && { part }),
    ...(colours && { colours }),
    ...(network !== undefined && { network }),
    ...(favouriteSince !== undefined && { favouriteSince }),
  }
}
