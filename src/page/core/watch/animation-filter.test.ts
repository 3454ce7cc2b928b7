import { describe, expect, it } from 'vitest'
import { createAnimationFilter } from './animation-filter.ts'

describe('createAnimationFilter', () => {
  function open() {
    let time = 0
    const isAnimated = createAnimationFilter(() => time)
    const element = {} as Element
    return {
      see: (key: string, after: number) => {
        time += after
        return isAnimated(element, key)
      },
      other: () => isAnimated({} as Element, 'other'),
    }
  }

  it('lets a placeholder, a preview and the picture pass', () => {
    const { see } = open()
    expect(['placeholder', 'preview', 'picture', 'picture'].map(key => see(key, 50))).not.toContain(true)
  })

  it('detects an animation, until one picture stays', () => {
    const { see, other } = open()
    const looks = Array.from({ length: 100 }, (_, i) => see(`${i}`, 16))
    expect(looks.indexOf(true)).toBe(5)
    expect(looks.lastIndexOf(false)).toBe(4)
    expect(other()).toBe(false)
    expect(see('99', 300)).toBe(true)
    expect(see('99', 200)).toBe(false)
  })

  it('lets a slow slide show pass', () => {
    const { see } = open()
    expect(Array.from({ length: 100 }, (_, i) => see(`${i}`, 1000))).not.toContain(true)
  })
})
