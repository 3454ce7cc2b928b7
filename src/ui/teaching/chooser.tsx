import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import { MAX_OWN_NAME_LENGTH, type OwnKind, type SaidByName } from '../../learning/said.ts'
import { OwnDot } from './own-dot.tsx'
import { offeredNames, sayableNames } from './sayable-names.ts'

interface ChooserProps {
  ownKinds: readonly OwnKind[]
  onChoose(said: SaidByName): void
  /** The user has pressed Escape. */
  onCancel(): void
}

/** Distance that an arrow key moves in the list. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/**
 * Asks what a picture shows: a field with a list of names below it, the user's own kinds and the classes, and what fits as soon
 * as something is typed. A name that is not on the list is offered as a kind of the user's own.
 */
export function Chooser({ ownKinds, onChoose, onCancel }: ChooserProps) {
  const id = useId()
  const [typed, type] = useState('')
  const [active, activate] = useState(-1)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const names = useMemo(() => sayableNames(ownKinds.map(({ name }) => name)), [ownKinds])
  const offered = offeredNames(names, typed)
  const optionId = (index: number) => `${id}-${index}`

  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  useLayoutEffect(() => list.current?.children[active]?.scrollIntoView({ block: 'nearest' }), [active])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const step = STEPS[event.key]
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter') {
      const choice = offered[active]
      if (choice) onChoose(choice.said)
    } else if (step && offered.length > 0)
      activate((Math.max(active, step > 0 ? -1 : 0) + step + offered.length) % offered.length)
    // Left and right move in the text, and must not turn to another tag.
    else return event.stopPropagation()
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div class="chooser">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={text('teach_what')}
        placeholder={text('teach_what')}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        autocomplete="off"
        spellcheck={false}
        maxLength={MAX_OWN_NAME_LENGTH}
        value={typed}
        onInput={({ currentTarget: { value } }) => {
          type(value)
          activate(value.trim() ? 0 : -1)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} class="names" id={id} role="listbox" aria-label={text('teach_what')}>
        {offered.map(({ said, name, isMain }, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and handles the keys
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={name}
            id={optionId(i)}
            role="option"
            class={'ownName' in said && !isMain ? 'name wide' : 'name'}
            dir="auto"
            aria-selected={i === active}
            // Otherwise the field would lose the focus.
            onPointerDown={event => event.preventDefault()}
            onClick={() => onChoose(said)}
          >
            {'ownName' in said && isMain && <OwnDot colour={ownKinds.find(kind => kind.name === name)?.colour} />}
            {name}
          </div>
        ))}
      </div>
    </div>
  )
}
