/** What waits to be kept. */
interface Waiting<Item> {
  item: Item
  done(): void
  failed(error: unknown): void
}

/**
 * Keeps items one transaction after the other: what comes while one is under way waits for its end, and goes into the next
 * together. What fails together is tried one by one, so that an item fails for its own sake alone.
 * @param keepAll keeps items, no two of the same id, all or none
 * @returns keeps one; resolves once that is done
 */
export function createKeeper<Item extends { id: string }>(
  keepAll: (items: Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let waiting: Waiting<Item>[] = []
  let isKeeping = false

  async function keepWaiting(): Promise<void> {
    if (isKeeping) return
    isKeeping = true
    while (waiting.length > 0) {
      const batch = firstOfEach(waiting)
      waiting = waiting.filter(one => !batch.includes(one))
      await keepBatch(batch)
    }
    isKeeping = false
  }

  async function keepBatch(batch: Waiting<Item>[]): Promise<void> {
    try {
      await keepAll(batch.map(({ item }) => item))
      for (const { done } of batch) done()
    } catch (error) {
      if (batch.length === 1) batch[0]?.failed(error)
      else for (const one of batch) await keepBatch([one])
    }
  }

  return item =>
    new Promise<void>((done, failed) => {
      waiting.push({ item, done, failed })
      void keepWaiting()
    })
}

/** A second one of the same id has to see the first. */
function firstOfEach<Item extends { id: string }>(waiting: Waiting<Item>[]): Waiting<Item>[] {
  const seen = new Set<string>()
  return waiting.filter(({ item: { id } }) => !seen.has(id) && seen.add(id))
}
