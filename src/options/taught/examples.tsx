import { useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import { ExamplePicture } from './example-picture.tsx'
import type { TaughtExample } from './group-taught.ts'

/** Pictures shown at first. */
const FIRST_COUNT = 12
/** Pictures that each press of *Show more* adds: hundreds at once would make the page wait. */
const MORE_COUNT = 48

interface ExamplesProps {
  /** Name of what they show. */
  name: string
  examples: readonly TaughtExample[]
  onDelete(id: string): void
}

/** The pictures of a kind, the newest first. */
export function Examples({ name, examples, onDelete }: ExamplesProps) {
  const [shownCount, setShownCount] = useState(FIRST_COUNT)
  const hidden = examples.length - shownCount
  if (examples.length === 0) return null
  return (
    <>
      <ul class="examples" aria-label={text('taught_pictures_of', name)}>
        {examples.slice(0, shownCount).map(({ id }, i) => (
          <ExamplePicture
            key={id}
            id={id}
            name={name}
            position={i + 1}
            onDelete={() => {
              focusNeighbour(document.activeElement)
              onDelete(id)
            }}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link" onClick={() => setShownCount(shownCount + MORE_COUNT)}>
          {text('taught_more', count(hidden))}
        </button>
      )}
    </>
  )
}

/** Keeps the keyboard focus in the list when the picture disappears. */
function focusNeighbour(button: Element | null): void {
  const item = button?.closest('.example')
  const next = item?.nextElementSibling ?? item?.previousElementSibling
  const target = next?.querySelector<HTMLElement>('button') ?? document.getElementById('taught')
  target?.focus({ preventScroll: true })
}
