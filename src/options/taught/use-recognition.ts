import { useEffect, useState } from 'preact/hooks'
import card from '../../../models/apparel/card.json'
import type { Example } from '../../learning/example.ts'
import { learn } from '../../learning/learn.ts'
import { leaveOut, type Recognition } from '../../learning/leave-out.ts'
import type { OwnKind } from '../../learning/said.ts'

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
    const steps = leaveOut(
      examples.filter(({ network }) => network === card.name),
      some => learn(some, ownKinds, undefined, card),
    )
    let timer: number | undefined
    const step = () => {
      const { done, value } = steps.next()
      if (done) setRecognition(value)
      else timer = window.setTimeout(step)
    }
    timer = window.setTimeout(step)
    return () => clearTimeout(timer)
  }, [taught])
  return recognition
}
