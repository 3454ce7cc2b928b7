import { text } from '../../i18n/text.ts'
import { type Recognition, saidKey } from '../../learning/leave-out.ts'
import type { Said } from '../../learning/said.ts'
import { labelName } from '../../ui/format/label-name.ts'
import { Examples } from './examples.tsx'
import type { TaughtGroup } from './group-taught.ts'
import { HowWell } from './how-well.tsx'

interface CorrectionsProps {
  groups: readonly TaughtGroup[]
  recognition: ReadonlyMap<string, Recognition> | undefined
  onDeleteExamples(ids: string[]): void
}

/** What the user has said of the shipped classes and kinds. */
export function Corrections({ groups, recognition, onDeleteExamples }: CorrectionsProps) {
  if (groups.length === 0) return null
  return (
    <>
      <h3>{text('taught_corrections')}</h3>
      <p class="soft">{text('taught_corrections_hint')}</p>
      <ul class="rows">
        {groups.map(({ says, examples }) => {
          const name = nameOf(says)
          return (
            <li class="taught-kind" key={saidKey(says)}>
              <div class="row">
                <h4 class="words">{name}</h4>
                <button
                  type="button"
                  class="choose danger"
                  aria-label={text('taught_delete_kind', name)}
                  onClick={() => onDeleteExamples(examples.map(({ id }) => id))}
                >
                  {text('delete')}
                </button>
              </div>
              <HowWell examples={examples.length} isOwn={false} recognition={recognition} says={says} />
              <Examples name={name} examples={examples} onDelete={id => onDeleteExamples([id])} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function nameOf(says: Said): string {
  return 'own' in says ? '' : labelName({ garment: says.label, kind: says.kind })
}
