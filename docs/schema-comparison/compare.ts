/**
 * Compares our validators with the same in valibot; docs/decisions.md has the results.
 *
 *     npm install --no-save valibot@1.5.0
 *     npx tsx docs/schema-comparison/compare.ts
 *     for of in ours valibot; do npx esbuild docs/schema-comparison/$of.ts --bundle --minify --format=esm | wc -c; done
 */
import './from-base64.ts'
import * as ours from './ours.ts'
import * as valibot from './valibot.ts'

const ROUNDS = 5
const TAG_COUNT = 50_000
const REPEATS = 20_000

const jpeg = Buffer.alloc(3000)
jpeg.set([0xff, 0xd8, 0xff])
const tag: Record<string, unknown> = {
  id: 'a'.repeat(64),
  garment: 'Shoes',
  confidence: 0.9,
  probabilities: Array(11).fill(1 / 11),
  seenAt: 1_700_000_000_000,
  by: 'auto',
  pageUrl: 'https://shop.example/a',
  pageTitle: 'A shop',
  imageUrl: 'https://shop.example/1.jpg',
  colours: Array(3).fill({ lightness: 0.5, chroma: 0.1, hue: 100, share: 0.3 }),
  network: 'n',
  thumbnail: jpeg.toString('base64'),
  embedding: Buffer.alloc(1280, 3).toString('base64'),
}
const message = {
  type: 'classify',
  id: 1,
  source: { url: 'https://shop.example/1.jpg' },
  priority: 'visible',
  provenance: { pageUrl: 'https://shop.example/', pageTitle: 'Shop', imageUrl: '', by: 'auto' },
}
const settings = { sites: ['https://a.example'] }

for (const [name, { checkTag, parseToHost, migrate }] of Object.entries({ ours, valibot })) {
  const text = JSON.stringify(tag)
  const tags = best(TAG_COUNT, i => checkTag(text, i))
  const messages = (best(REPEATS, () => parseToHost(message)) / REPEATS) * 1000
  const migrations = (best(REPEATS, () => migrate(settings)) / REPEATS) * 1000
  console.log(
    `${name}: ${TAG_COUNT} tags ${tags.toFixed(0)} ms, a message ${messages.toFixed(2)} µs, a migration ${migrations.toFixed(2)} µs`,
  )
}
console.log(damagedTags())

/** Milliseconds of the fastest round. */
function best(count: number, work: (i: number) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    for (let i = 0; i < count; i++) work(i)
    return performance.now() - start
  })
  return Math.min(...rounds)
}

/** Damages each field in many ways and counts where the two report different errors. */
function damagedTags(): string {
  const wrong = [
    undefined,
    null,
    0,
    -1,
    2,
    1e20,
    '',
    'x',
    '\0',
    [],
    {},
    true,
    1.5,
    [1],
    [null],
    'https://a',
    'x'.repeat(1e5),
    Array(11).fill(2),
  ]
  const fields = [...Object.keys(tag), 'favouriteSince', 'unknown', '__proto__', 'toString']
  const texts = fields.flatMap(field =>
    wrong.map(value =>
      JSON.stringify(Object.defineProperty({ ...tag }, field, { value, enumerable: value !== undefined })),
    ),
  )
  const differences = texts.filter(text => errorOf(ours.checkTag, text) !== errorOf(valibot.checkTag, text))
  return `${texts.length} damaged tags, ${differences.length} reported differently`
}

function errorOf(check: (text: string, line: number) => unknown, text: string): string {
  try {
    check(text, 1)
    return 'none'
  } catch (error) {
    const { reason, field } = error as { reason?: string; field?: string }
    return `${reason} ${field}`
  }
}
