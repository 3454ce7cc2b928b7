/** A tag's state, as the extension last confirmed it. */
export type Fate = 'kept' | 'deleted'

/** Everything that the extension confirmed, each after its transaction was complete. */
export class Confirmed {
  readonly fates = new Map<string, Fate>()
  /** The tag that may have been deleted or restored since its confirmation, when the browser was killed. */
  #inDoubt: string | undefined

  /** @param mayChange whether the tag may be deleted or restored next; one tag at a time can be */
  note(fate: Fate, id: string, mayChange: boolean): void {
    this.fates.set(id, fate)
    if (mayChange) this.#inDoubt = id
  }

  isInDoubt(id: string): boolean {
    return id === this.#inDoubt
  }

  /** Ends a round: the tag in doubt is recorded as it was found. */
  settle({ tags }: Survivors): void {
    if (this.#inDoubt) this.fates.set(this.#inDoubt, tags.has(this.#inDoubt) ? 'kept' : 'deleted')
    this.#inDoubt = undefined
  }
}

/** The content of a history: the ids of its tags, and what is wrong with its records. */
export interface Survivors {
  tags: Set<string>
  /** Descriptions of damage; empty if the history is intact. */
  faults: string[]
}

/** Describes what a killed browser lost or damaged. */
export function losses(confirmed: Confirmed, { tags, faults }: Survivors): string[] {
  const lost = [...confirmed.fates].flatMap(([id, fate]) => {
    // Kept, restorable, or gone: the next start purges what the killed page had deleted and can no longer restore.
    if (confirmed.isInDoubt(id)) return []
    if (fate === 'kept') return tags.has(id) ? [] : [`${id} was kept, and is gone`]
    return tags.has(id) ? [`${id} was deleted, and is back`] : []
  })
  return [...lost, ...faults]
}
