/** The settings, as `src/settings/schema.ts` migrates them, with valibot. */
import * as v from 'valibot'
import { garments } from '../../src/apparel/classes.ts'

const origin = v.pipe(
  v.string(),
  v.check(site => /^https?:/.test(site) && URL.canParse(site) && new URL(site).origin === site),
)
const origins = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform(list => [...new Set(list.filter(s => v.is(origin, s)) as string[])]),
  ),
  () => [],
)
const within = (least: number, most: number) => [v.minValue(least), v.maxValue(most)] as const
const schema = v.pipe(
  v.fallback(
    v.object({
      changedAt: v.fallback(v.pipe(v.number(), ...within(0, Number.MAX_SAFE_INTEGER)), 0),
      backend: v.fallback(v.picklist(['webgpu', 'wasm', 'auto']), 'auto'),
      sites: origins,
      muted: origins,
      shops: v.fallback(v.boolean(), false),
      retention: v.fallback(v.pipe(v.number(), v.integer(), ...within(100, 50_000)), 5000),
      confidence: v.fallback(v.pipe(v.number(), ...within(0, 1)), 0),
      classes: v.fallback(
        v.pipe(
          v.array(v.unknown()),
          v.transform(l => garments.filter(g => l.includes(g))),
        ),
        () => [...garments],
      ),
      badgeStyle: v.fallback(v.picklist(['label', 'name', 'dot']), 'label'),
      badgePosition: v.fallback(v.picklist(['auto', 'start-top', 'end-top', 'start-bottom', 'end-bottom']), 'auto'),
      altTexts: v.fallback(v.boolean(), false),
    }),
    {} as never,
  ),
  v.transform(s => ({ ...s, version: 4 as const, muted: s.muted.filter(x => !s.sites.includes(x)) })),
)
export function migrate(stored: unknown) {
  return v.parse(schema, stored)
}
