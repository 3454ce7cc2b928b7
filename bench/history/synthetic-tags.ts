import { classes, type Garment, garments } from '../../src/apparel/classes.ts'
import { kindsOfClass } from '../../src/apparel/kinds.ts'
import type { Tag } from '../../src/history/tag.ts'

const adjectives = 'Red Blue Linen Leather Slim Vintage Été Größe Зимняя ランニング Classic Waterproof'.split(' ')
const nouns = 'shoes shirt jacket sneakers trousers watch chaussures Schuhe куртка 腕時計 zapatos bag'.split(' ')
const DAY = 86_400_000

/** Reproducible pseudo-random numbers in 0..1. */
export function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * The n-th tag of a synthetic history: spread over 300 days and 400 sites, every twentieth requested by a user. Embeddings
 * have as many zeros as real ones, and each class has its own direction.
 * @param thumbnails picture files to choose from
 */
export function syntheticTag(n: number, thumbnails: Uint8Array<ArrayBuffer>[]): Tag {
  const random = randoms(n + 1)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const garment = pick(garments)
  const confidence = 0.5 + random() / 2
  const site = `www.shop-${Math.floor(400 * random() ** 2)}.example`
  const title = `${pick(adjectives)} ${pick(nouns)} ${pick(adjectives)} no. ${n % 1000} – buy online at Shop & Co`
  const hue = Math.floor(random() * 360)
  return {
    id: Array.from({ length: 8 }, () =>
      Math.floor(random() * 2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join(''),
    garment,
    // As many as have one in a real history. Without a random number, which would change the rest.
    ...(n % 5 > 0 && { kind: kindsOfClass[garment][n % kindsOfClass[garment].length] }),
    confidence,
    probabilities: classes.map(name => (name === garment ? confidence : (1 - confidence) / 10)),
    seenAt: Date.UTC(2026, 0, 1) + Math.floor(random() * 300 * DAY),
    pageUrl: `https://${site}/products/${n}?colour=${hue}&utm_source=newsletter`,
    pageTitle: title,
    imageUrl: `https://cdn.${site}/images/large/${n}.jpg`,
    by: n % 20 === 0 ? 'asked' : 'auto',
    colours: [
      { lightness: 0.6, chroma: 0.12, hue, share: 0.6 },
      { lightness: 0.95, chroma: 0.01, hue: 0, share: 0.3 },
    ],
    network: 'synthetic',
    thumbnail: pick(thumbnails),
    embedding: syntheticEmbedding(garment, random),
  }
}

function syntheticEmbedding(garment: Garment, random: () => number): Int8Array<ArrayBuffer> {
  const ofClass = randoms(garments.indexOf(garment) + 7)
  return Int8Array.from({ length: 1280 }, () => {
    const base = ofClass() < 0.8 ? 0 : 60 * ofClass()
    return random() < 0.7 ? base / 3 : Math.min(127, base - 25 * Math.log(1 - random()))
  })
}
