import { describe, expect, it } from 'vitest'
import shipped from '../../models/apparel/card.json' with { type: 'json' }
import { classes } from '../apparel/classes.ts'
import { predictPicture } from '../apparel/predict-picture.ts'
import type { Example } from './example.ts'
import { FINGERPRINT_LENGTH, type Fingerprint } from './fingerprint.ts'
import { type LearnerCard, learn, type PictureOutput } from './learn.ts'
import type { LearningBase } from './learning-base.ts'
import type { OwnKind, Said } from './said.ts'

/** Without the second head: its logits would have a part in every answer. */
const card: LearnerCard = { name: shipped.name, calibration: shipped.calibration }
const SIDE = 1280
/** Dimensions of the tests' space: each is one component of the embedding, far enough apart for any limit. */
const DIMENSIONS = 8
const NAMES = ['Jacket', 'Shirt', 'Dress']

/** A space in which component `i` of an embedding lies 30 from the others. */
const base: LearningBase = {
  network: card.name,
  mean: new Float32Array(SIDE),
  projection: Float32Array.from({ length: SIDE * DIMENSIONS }, (_, i) =>
    Math.floor(i / DIMENSIONS) === i % DIMENSIONS ? 30 : 0,
  ),
  between: new Float32Array(DIMENSIONS).fill(400),
  kindMeans: NAMES.map((_, i) => placeOf(i)),
  kindNames: NAMES,
  replay: NAMES.flatMap((kind, i) =>
    Array.from({ length: 20 }, (_, j) => ({
      place: placeOf(i).map(value => value + (j % 3) - 1),
      isNone: kind === 'Dress',
      kind,
      fold: j % 2,
    })),
  ),
}

function placeOf(component: number): Float32Array {
  return Float32Array.from({ length: DIMENSIONS }, (_, d) => (d === component ? 30 : 0))
}

/** Of a picture whose embedding is one component, with a little of the next. */
function picture(
  component: number,
  said: string,
  look: number,
  site = '',
): PictureOutput & { embedding: Int8Array<ArrayBuffer> } {
  const embedding = new Int8Array(SIDE)
  embedding[component] = 127
  embedding[component + 1] = look % 3
  const logits = new Float32Array(classes.length).map((_, i) =>
    classes[i] === said ? 2.5 : classes[i] === 'none' ? 2 : 0,
  )
  return {
    logits,
    kinds: new Float32Array(),
    embedding,
    fingerprint: fingerprint(look),
    site,
  }
}

function fingerprint(look: number): Fingerprint {
  return Uint8Array.from({ length: FINGERPRINT_LENGTH }, (_, i) => (i * look * 37) % 251)
}

let count = 0
function example(of: ReturnType<typeof picture>, says: Said, network = card.name): Example {
  count++
  const { logits, kinds } = of
  return {
    ...{
      id: String(count),
      says,
      network,
      site: of.site,
      taughtAt: count,
      embedding: of.embedding,
      fingerprint: of.fingerprint,
    },
    logits: Float32Array.from(logits),
    kinds: Float32Array.from(kinds),
  }
}

const kimono: OwnKind = { id: 'k', name: 'Kimono', colour: '#aa3355', isBadged: true, createdAt: 0 }
const kimonos = [1, 2, 3, 4, 5].map(look => example(picture(5, 'Jacket', look), { own: 'k' }))

it('says exactly what the network says until something is taught', () => {
  const one = picture(0, 'Jacket', 1)
  expect(learn([], [kimono], base, card).conclude(one)).toEqual(predictPicture(one, card))
})

describe('a picture that the user has told about', () => {
  const one = picture(0, 'Jacket', 1)

  it.each([
    [{ label: 'Shirt' }, { verdict: 'garment', garment: 'Shirt', confidence: 1, byUser: 'told' }],
    [{ label: 'none' }, { verdict: 'none', byUser: 'told' }],
    [
      { label: 'none', kind: 'Dress' },
      { verdict: 'none', kind: { name: 'Dress', confidence: 1 }, byUser: 'told' },
    ],
    [{ own: 'k' }, { own: { id: 'k', name: 'Kimono', confidence: 1 }, byUser: 'told' }],
  ] as const)('is %j', (says, expected) => {
    expect(learn([example(one, says)], [kimono], base, card).conclude(one)).toMatchObject(expected)
  })

  it('follows the last word', () => {
    const examples = [example(one, { label: 'Shirt' }), example(one, { label: 'Hat' })]
    expect(learn(examples, [], base, card).conclude(one)).toMatchObject({ garment: 'Hat' })
    expect(learn(examples.toReversed(), [], base, card).conclude(one)).toMatchObject({ garment: 'Hat' })
  })

  it('stays as told under another network, of which similar pictures learn nothing', () => {
    const learner = learn([example(one, { label: 'Shirt' }, 'older')], [], base, card)
    expect(learner.conclude(one)).toMatchObject({ garment: 'Shirt', byUser: 'told' })
    const similar = picture(0, 'Jacket', 2)
    expect(learner.conclude(similar)).toEqual(predictPicture(similar, card))
  })

  it('is the network’s again when its kind is gone', () => {
    expect(learn([example(one, { own: 'gone' })], [], base, card).conclude(one)).toEqual(predictPicture(one, card))
  })
})

describe('a kind of one’s own', () => {
  const learner = learn(kimonos, [kimono], base, card)

  it('is found in similar pictures', () => {
    const { own, byUser } = learner.conclude(picture(5, 'Jacket', 9))
    expect([own?.name, byUser]).toEqual(['Kimono', 'learned'])
    expect(own?.confidence).toBeGreaterThan(0.5)
  })

  it('takes nothing from the known kinds', () => {
    for (const component of [0, 1, 2]) expect(learner.conclude(picture(component, 'Jacket', 9)).own).toBeUndefined()
  })

  it('gives up what the user says is something else', () => {
    const doubtful = picture(5, 'Jacket', 9)
    const corrected = learn([...kimonos, example(doubtful, { label: 'Jacket' })], [kimono], base, card)
    const { embedding } = doubtful
    expect(corrected.conclude({ ...doubtful, embedding, fingerprint: fingerprint(10) }).own).toBeUndefined()
  })
})

describe('a correction', () => {
  const wrong = picture(0, 'Jacket', 1, 'https://a.example')
  const learner = learn([example(wrong, { label: 'Shirt' })], [], base, card)
  const garmentOf = (one: PictureOutput) => learner.conclude(one).garment
  const unsure = (component: number, site: string, said = 'Jacket') => {
    const one = picture(component, said, 9, site)
    const logits = Float32Array.from(one.logits)
    // The right class is close behind.
    logits[classes.indexOf('Shirt')] = 2
    return { ...one, logits }
  }

  it('reaches pictures of the same look and mistake', () => {
    expect(garmentOf(unsure(0, 'https://a.example'))).toBe('Shirt')
  })

  it('reaches no other look, and no other answer', () => {
    expect(garmentOf(unsure(1, 'https://b.example'))).toBe('Jacket')
    expect(garmentOf(unsure(0, 'https://a.example', 'Hat'))).toBe('Hat')
  })

  it('teaches nothing else if the network was right', () => {
    const right = learn([example(wrong, { label: 'Jacket' })], [], base, card)
    const other = unsure(0, 'https://a.example')
    expect(right.conclude(other)).toEqual(predictPicture(other, card))
  })
})
