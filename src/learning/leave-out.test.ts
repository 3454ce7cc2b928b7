import { describe, expect, it } from 'vitest'
import type { Prediction } from '../apparel/prediction.ts'
import type { Example } from './example.ts'
import { leaveOut, saidKey } from './leave-out.ts'
import type { Said } from './said.ts'

const kimono: Said = { own: 'k' }
const shirt: Said = { label: 'Shirt' }

function example(i: number, says: Said): Example {
  const fingerprint = new Uint8Array(3072).map((_, at) => (at * (i + 3) * 37) % 256)
  const rest = { embedding: new Int8Array(1280), logits: new Float32Array(11), kinds: new Float32Array(50) }
  return { id: `${i}`, says, fingerprint, ...rest, network: 'n', site: '', taughtAt: i }
}

const asShirt: Prediction = { verdict: 'garment', garment: 'Shirt', confidence: 0.9, probabilities: [] }
const asKimono: Prediction = { ...asShirt, own: { id: 'k', name: 'Kimono', colour: '#a3195b', confidence: 0.9 } }

function run(examples: Example[], learnFrom: Parameters<typeof leaveOut>[1]) {
  const steps = leaveOut(examples, learnFrom)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** Answers with the own kind if it has seen two pictures of it. */
const byCount = (seen: readonly Example[]) => ({
  conclude: () => (seen.filter(({ says }) => 'own' in says).length >= 2 ? asKimono : asShirt),
})

describe('leaveOut', () => {
  it('counts what the other examples recognise', () => {
    const examples = [0, 1, 2].map(i => example(i, kimono))
    expect(run(examples, byCount).get(saidKey(kimono))).toEqual({ recognised: 3, of: 3 })
    expect(run(examples.slice(1), byCount).get(saidKey(kimono))).toEqual({ recognised: 0, of: 2 })
  })

  it('never shows a learner the tested picture, nor a copy of it', () => {
    const copied = example(0, kimono)
    const examples = [copied, { ...copied, id: 'copy' }, example(1, kimono), example(2, shirt)]
    const seen: string[][] = []
    run(examples, some => {
      seen.push(some.map(({ id }) => id))
      return byCount(some)
    })
    expect(seen).toEqual([
      ['1', '2'],
      ['1', '2'],
      ['0', 'copy', '2'],
      ['0', 'copy', '1'],
    ])
  })

  it('tests every one of many examples, in groups', () => {
    const examples = Array.from({ length: 130 }, (_, i) => example(i, i % 2 ? kimono : shirt))
    let learners = 0
    const results = run(examples, some => {
      learners++
      return byCount(some)
    })
    expect(learners).toBe(40)
    expect(results.get(saidKey(kimono))).toEqual({ recognised: 65, of: 65 })
    expect(results.get(saidKey(shirt))).toEqual({ recognised: 0, of: 65 })
  })

  it('knows nothing without examples', () => {
    expect(run([], byCount).size).toBe(0)
  })
})
