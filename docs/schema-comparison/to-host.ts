/** A message to the host, as `src/inference/port/parse-to-host.ts` checks it, with valibot. */
import * as v from 'valibot'

const shortText = v.pipe(v.string(), v.maxLength(20_000))
const provenance = v.object({
  pageUrl: shortText,
  pageTitle: shortText,
  imageUrl: shortText,
  by: v.picklist(['auto', 'asked']),
})
const priority = v.picklist(['asked', 'visible', 'near', 'later'])
const source = v.union([v.object({ url: v.string() }), v.object({ bytes: v.instance(Blob) })])
const schema = v.variant('type', [
  v.object({ type: v.literal('status') }),
  v.object({ type: v.literal('cancel'), id: v.number() }),
  v.object({ type: v.literal('prioritise'), id: v.number(), priority }),
  v.object({
    type: v.literal('classify'),
    id: v.number(),
    source,
    priority,
    provenance: v.fallback(v.optional(provenance), undefined),
    withEmbedding: v.fallback(v.optional(v.literal(true)), undefined),
  }),
])
export function parseToHost(data: unknown) {
  const r = v.safeParse(schema, data, { abortEarly: true })
  return r.success ? r.output : undefined
}
