import { describe, expect, it } from 'vitest'
import { damageBytes, damageNames } from './damage-bytes.ts'
import { Random } from './random.ts'

const file = Uint8Array.from({ length: 300 }, (_, i) => i % 251)

describe.each(damageNames)('%s', damage => {
  it('is the same for the same seed, and leaves the original as it is', () => {
    for (let seed = 0; seed < 50; seed++) {
      const once = damageBytes(damage, file, new Random(seed))
      expect(damageBytes(damage, file, new Random(seed))).toEqual(once)
    }
    expect(file).toEqual(Uint8Array.from({ length: 300 }, (_, i) => i % 251))
  })

  it('changes the file for nearly every seed', () => {
    const seeds = Array.from({ length: 100 }, (_, seed) => seed)
    const same = seeds.filter(seed => Buffer.compare(damageBytes(damage, file, new Random(seed)), file) === 0)
    expect(same.length).toBeLessThan(10)
  })

  it('works on files of a few bytes and of none', () => {
    for (let length = 0; length < 4; length++)
      for (let seed = 0; seed < 50; seed++) damageBytes(damage, new Uint8Array(length), new Random(seed))
  })
})
