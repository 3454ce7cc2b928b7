import { useEffect, useState } from 'preact/hooks'
import card from '../../../models/apparel/card.json'
import type { Example } from '../../learning/example.ts'
import { learn } from '../../learning/learn.ts'
import { leaveOut, type Recognition } from '../../learning/leave-out.ts'
import type { OwnKind } from '../../learning/said.ts'
import { readLearningBase } from '../../teaching/read-learning-base.ts'

/**
 * How well each kind does, by `saidKey`. Undefined while it is being worked out, a step at a time, so that the page responds.
 * Examples of another network count once the host has embedded them again.
 */
export function useRecognition(
  taught: { ownKinds: OwnKind[]; examples: Example[] } | undefined,
): Map<string, Recognition> | undefined {
  const [recognition, setRecognition] = useState<Map<string, Recognition>>()
  useEffect(() => {
    setRecognition(undefined)
    if (!taught) return
    const { ownKinds, examples } = taught
    let timer: number | undefined
    let isWanted = true
    const test = async () => {
      const base = await readLearningBase()
      const usable = examples.filter(({ network }) => network === card.name)
      const steps = leaveOut(usable, some => learn(some, ownKinds, base, card))
      const step = () => {
        if (!isWanted) return
        const { done, value } = steps.next()
        if (done) setRecognition(value)
        else timer = window.setTimeout(step)
      }
      step()
    }
    // Without the file nothing can be told. The pictures are shown all the same.
    test().catch(() => isWanted && setRecognition(new Map()))
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [taught])
  return recognition
}
