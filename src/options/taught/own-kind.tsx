import { useRef, useState } from 'preact/hooks'
import { text } from '../../i18n/text.ts'
import type { Recognition } from '../../learning/leave-out.ts'
import { type OwnKind as Kind, MAX_OWN_NAME_LENGTH } from '../../learning/said.ts'
import { recolourOwnKind, renameOwnKind, setOwnKindBadged } from '../../teaching/own-kinds.ts'
import { palette } from '../../teaching/palette.ts'
import { FileChooser } from '../../ui/files/file-chooser.tsx'
import { Examples } from './examples.tsx'
import type { TaughtExample } from './group-taught.ts'
import { HowWell } from './how-well.tsx'
import { useFileDrop } from './use-file-drop.ts'

interface OwnKindProps {
  kind: Kind
  examples: readonly TaughtExample[]
  recognition: ReadonlyMap<string, Recognition> | undefined
  /** Runs a change and reports if it fails. */
  guarded(change: Promise<unknown>): void
  onTeach(files: File[]): void
  onDeleteExample(id: string): void
  onDelete(): void
}

/** A kind of the user's own: its name, colour and badges, how well it does, and its pictures. Takes dropped pictures. */
export function OwnKind({ kind, examples, recognition, guarded, onTeach, onDeleteExample, onDelete }: OwnKindProps) {
  const { id, name, colour, isBadged } = kind
  const [isRefused, setRefused] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const { isDropping, ...dropHandlers } = useFileDrop(onTeach)
  const rename = async (field: HTMLInputElement) => {
    const isRenamed = field.value === name || (await renameOwnKind(id, field.value))
    setRefused(!isRenamed)
    if (!isRenamed) field.value = name
  }
  return (
    <li class="taught-kind" data-dropping={isDropping} {...dropHandlers}>
      <div class="row">
        <input
          type="color"
          aria-label={text('taught_colour', name)}
          title={text('taught_colour', name)}
          list="own-colours"
          value={colour}
          onChange={event => guarded(recolourOwnKind(id, event.currentTarget.value))}
        />
        <input
          type="text"
          class="kind-name"
          dir="auto"
          aria-label={text('taught_name', name)}
          aria-invalid={isRefused}
          maxLength={MAX_OWN_NAME_LENGTH}
          spellcheck={false}
          defaultValue={name}
          key={name}
          onChange={event => guarded(rename(event.currentTarget))}
          onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
        />
        <label class="badge-switch">
          <span>{text('taught_badges')}</span>
          <button
            type="button"
            role="switch"
            aria-label={text('taught_badges_for', name)}
            aria-checked={isBadged}
            onClick={() => guarded(setOwnKindBadged(id, !isBadged))}
          />
        </label>
      </div>
      {isRefused && (
        <p class="trouble" role="alert">
          {text('taught_name_refused')}
        </p>
      )}
      <HowWell examples={examples.length} isOwn recognition={recognition} says={{ own: id }} />
      <Examples name={name} examples={examples} onDelete={onDeleteExample} />
      <div class="taught-acts">
        <button
          type="button"
          class="choose"
          aria-label={`${text('taught_add')} ${name}`}
          onClick={() => files.current?.click()}
        >
          {text('taught_add')}
        </button>
        <button type="button" class="choose danger" aria-label={text('taught_delete_kind', name)} onClick={onDelete}>
          {text('delete')}
        </button>
        <span class="soft">{text('taught_drop')}</span>
      </div>
      <FileChooser field={files} accept="image/*" onFiles={onTeach} />
      <datalist id="own-colours">
        {palette.map(one => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </li>
  )
}
