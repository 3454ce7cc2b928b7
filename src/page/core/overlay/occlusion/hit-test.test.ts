import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { elementsAtPoint, invalidateOcclusion, outdatedCount } from './hit-test.ts'

describe('elementsAtPoint', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  /** A document whose hit tests take some time. */
  const documentThatTakes = (ms: number) => {
    const elementsFromPoint = vi.fn((x: number, y: number) => {
      vi.advanceTimersByTime(ms)
      return [{ x, y }]
    })
    return { elementsFromPoint } as unknown as Document & { elementsFromPoint: typeof elementsFromPoint }
  }

  it('tests again each time while that is cheap', () => {
    const document = documentThatTakes(1)
    for (let i = 0; i < 3; i++) elementsAtPoint(document, 5, 5)
    expect(document.elementsFromPoint).toHaveBeenCalledTimes(3)
  })

  it('reuses an expensive test of the same point for a moment', () => {
    const document = documentThatTakes(30)
    const elements = elementsAtPoint(document, 5, 5)
    expect(elementsAtPoint(document, 5, 5)).toBe(elements)
    expect(elementsAtPoint(document, 5, 6)).not.toBe(elements)
    vi.advanceTimersByTime(600)
    expect(elementsAtPoint(document, 5, 5)).not.toBe(elements)
    expect(document.elementsFromPoint).toHaveBeenCalledTimes(3)
  })

  it('counts what it reuses from before a change', () => {
    const document = documentThatTakes(30)
    const before = outdatedCount
    for (let i = 0; i < 2; i++) elementsAtPoint(document, 5, 5)
    expect(outdatedCount).toBe(before)
    invalidateOcclusion()
    elementsAtPoint(document, 5, 5)
    expect(outdatedCount).toBe(before + 1)
    vi.advanceTimersByTime(600)
    elementsAtPoint(document, 5, 5)
    expect(outdatedCount).toBe(before + 1)
  })
})
