/**
 * Stores items in one batch. A second item with the same id goes into the next batch, because it merges with the first. If a
 * batch fails, its items are retried one by one, so that one bad item does not affect the others.
 * @param storeAll stores items with distinct ids, all or none
 * @throws the last error, once all items were tried
 */
export async function storeInBatches<Item extends { id: string }>(
  items: readonly Item[],
  storeAll: (items: readonly Item[]) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = []
  let remaining = items
  while (remaining.length > 0) {
    const batch = firstOfEach(remaining)
    remaining = remaining.filter(item => !batch.includes(item))
    errors.push(...(await errorsOf(batch)))
  }
  if (errors.length > 0) throw errors.at(-1)

  async function errorsOf(batch: readonly Item[]): Promise<unknown[]> {
    try {
      await storeAll(batch)
      return []
    } catch (error) {
      if (batch.length === 1) return [error]
      const each: unknown[] = []
      for (const item of batch) each.push(...(await errorsOf([item])))
      return each
    }
  }
}

function firstOfEach<Item extends { id: string }>(items: readonly Item[]): Item[] {
  const seen = new Set<string>()
  return items.filter(({ id }) => !seen.has(id) && seen.add(id))
}
