/** What became of a tag by the latest word of the extension about it. */
export type Fate = 'kept' | 'deleted'

/** All that the extension has confirmed: each word came after its transaction was complete. */
export class Confirmed {
  readonly fates = new Map<string, Fate>()
  /** The tag that may have been deleted or restored since, when the browser was killed. */
  #inDoubt: string | undefined

  /** @param mayChange it may be deleted or restored next: one at a time can be */
  note(fate: Fate, id: string, mayChange: boolean): void {
    this.fates.set(id, fate)
    if (mayChange) this.#inDoubt = id
  }

  isInDoubt(id: string): boolean {
    return id === this.#inDoubt
  }

  /** Nobody writes any more. What was left in doubt is as it was found. */
  settle({ tags }: Survivors): void {
    if (this.#inDoubt) this.fates.set(this.#inDoubt, tags.has(this.#inDoubt) ? 'kept' : 'deleted')
    this.#inDoubt = undefined
  }
}

/** What a history holds: the keys of its four stores, and what is wrong with their records. */
export interface Survivors {
  tags: Set<string>
  deleted: Set<string>
  /** In words; none in a history that is whole. */
  faults: string[]
}

/** What a killed browser has lost or damaged, in words. */
export function losses(confirmed: Confirmed, { tags, deleted, faults }: Survivors): string[] {
  const lost = [...confirmed.fates].flatMap(([id, fate]) => {
    const isThere = tags.has(id) || deleted.has(id)
    if (confirmed.isInDoubt(id)) return isThere ? [] : [`${id}, ${fate}, is neither kept nor to be restored`]
    if (fate === 'kept') return tags.has(id) ? [] : [`${id} was kept, and is gone`]
    return tags.has(id) ? [`${id} was deleted, and is back`] : []
  })
  return [...lost, ...faults]
}
