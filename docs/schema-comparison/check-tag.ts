/** An imported tag, as `src/history/import/check-tag.ts` checks it, with valibot. */
import * as v from 'valibot'
import { classes, garments } from '../../src/apparel/classes.ts'
import { MAX_COLOURS } from '../../src/colour/garment-colours.ts'
import { ImportError } from '../../src/history/import/import-error.ts'
import { fromBase64 } from '../../src/history/media/base64.ts'
import { pictureKind } from '../../src/history/media/thumbnail.ts'
import { isWebUrl, MAX_TITLE_LENGTH } from '../../src/history/sanitise-provenance.ts'

const text = v.pipe(
  v.string(),
  v.maxLength(MAX_TITLE_LENGTH),
  v.check(t => !t.includes('\0')),
)
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(253_402_300_799_999))
const address = v.union([v.literal(''), v.pipe(text, v.check(isWebUrl))])
const colour = v.strictObject({
  lightness: share,
  chroma: share,
  hue: v.pipe(v.number(), v.minValue(0), v.maxValue(360)),
  share,
})
const fields = {
  id: v.pipe(text, v.regex(/^[\da-f]{64}$/)),
  garment: v.picklist(garments),
  confidence: share,
  probabilities: v.pipe(v.array(share), v.length(classes.length)),
  seenAt: time,
  by: v.picklist(['auto', 'asked']),
  pageUrl: address,
  pageTitle: text,
  imageUrl: address,
  colours: v.optional(v.pipe(v.array(colour), v.maxLength(MAX_COLOURS))),
  network: v.optional(text),
  favouriteSince: v.optional(time),
  thumbnail: v.pipe(v.string(), v.maxLength((100_000 / 3) * 4)),
  embedding: v.pipe(v.string(), v.maxLength(2560)),
}
const schema = v.object(fields)
export function checkTag(t: string, line: number) {
  const parsed = parse(t, line)
  for (const field of Object.keys(parsed))
    if (!Object.hasOwn(fields, field)) throw new ImportError('unknown_field', line, field.slice(0, 40))
  const r = v.safeParse(schema, parsed, { abortEarly: true })
  if (!r.success) throw new ImportError('wrong_field', line, String(r.issues[0].path?.[0]?.key))
  const { thumbnail, embedding, ...facts } = r.output
  const [picture, vector] = [fromBase64(thumbnail), fromBase64(embedding)]
  if (!picture || !pictureKind(picture)) throw new ImportError('wrong_field', line, 'thumbnail')
  if (vector?.length !== 1280) throw new ImportError('wrong_field', line, 'embedding')
  return { ...facts, thumbnail: picture, embedding: new Int8Array(vector.buffer) }
}
function parse(text: string, line: number): Record<string, unknown> {
  try {
    const p: unknown = JSON.parse(text)
    if (typeof p === 'object' && p !== null && !Array.isArray(p)) return p as Record<string, unknown>
  } catch {}
  throw new ImportError('not_json', line)
}
