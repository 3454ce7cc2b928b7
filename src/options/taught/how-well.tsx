import { text } from '../../i18n/text.ts'
import { type Recognition, saidKey } from '../../learning/leave-out.ts'
import type { Said } from '../../learning/said.ts'
import { count } from '../../ui/format/count.ts'

/** With so many pictures, a kind of one's own is usually recognised. */
const GOOD_COUNT = 5

interface HowWellProps {
  examples: number
  isOwn: boolean
  /** By `saidKey`; undefined while it is being worked out. */
  recognition: ReadonlyMap<string, Recognition> | undefined
  says: Said
}

/** How many examples a kind has, and how well it does. */
export function HowWell({ examples, isOwn, recognition, says }: HowWellProps) {
  const parts = [text('taught_pictures', count(examples))]
  const found = recognition?.get(saidKey(says))
  if (isOwn && examples < GOOD_COUNT) parts.push(text('taught_too_few', count(GOOD_COUNT - examples)))
  else if (examples > 1 && !recognition) parts.push(text('taught_checking'))
  else if (examples > 1 && found) parts.push(text('taught_well', count(found.recognised), count(found.of)))
  return <p class="soft">{parts.join(' · ')}</p>
}
