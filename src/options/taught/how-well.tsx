import { text } from '../../i18n/text.ts'
import type { Recognition } from '../../learning/leave-out.ts'
import { count } from '../../ui/format/count.ts'

/** With so many pictures, a kind of one's own is usually recognised. */
const GOOD_COUNT = 5

interface HowWellProps {
  examples: number
  isOwn: boolean
  /** Undefined while it is not known. */
  recognition: Recognition | undefined
}

/** How many examples a kind has, and how well it does. */
export function HowWell({ examples, isOwn, recognition }: HowWellProps) {
  return (
    <p class="soft how-well">
      {text('taught_pictures', count(examples))}
      {isOwn && examples < GOOD_COUNT
        ? ` · ${text('taught_too_few', count(GOOD_COUNT - examples))}`
        : examples > 1 &&
          ` · ${recognition ? text('taught_well', count(recognition.recognised), count(recognition.of)) : text('taught_checking')}`}
    </p>
  )
}
