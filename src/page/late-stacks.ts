import { rectOf } from './core/dom/unclobbered.ts'
import { overlapOf } from './core/dom/visible-box.ts'
import type { Stacked } from './core/overlay/occlusion/overlapping-pictures.ts'
import type { Shown } from './core/overlay/placement.ts'
import { letIn } from './let-in.ts'

/**
 * Stacks as `createStacks` makes them, from the moment on that there is a reason to doubt what is seen. Until then, and until
 * their script is here, everything is.
 */
export function lateStacks(lookAgain: () => void): (element: Element) => Stacked {
  const stacked = new Map<Element, Stacked | undefined>()
  /** Of each element, how many had come when the others were looked at. */
  const looked = new WeakMap<Element, number>()
  let arrivals = 0
  let stack: ((element: Element) => Stacked) | undefined
  let isComing = false

  async function come(): Promise<void> {
    isComing = true
    stack = (await letIn('createStacks'))?.(lookAgain)
    for (const element of stacked.keys()) stacked.set(element, stack?.(element))
    lookAgain()
  }

  function isDoubtful(element: Element, { visible, isShaped }: Shown): boolean {
    if (isShaped || looked.get(element) === arrivals) return isShaped
    looked.set(element, arrivals)
    return [...stacked.keys()].some(other => {
      const { left, top, right, bottom } = overlapOf(rectOf(other), visible)
      return other !== element && left < right && top < bottom
    })
  }

  return element => {
    arrivals++
    stacked.set(element, stack?.(element))
    return {
      isSeen: shown => {
        const now = stacked.get(element)
        if (now) return now.isSeen(shown)
        if (!isComing && isDoubtful(element, shown)) void come()
        return true
      },
      remove: () => {
        stacked.get(element)?.remove()
        stacked.delete(element)
      },
    }
  }
}
