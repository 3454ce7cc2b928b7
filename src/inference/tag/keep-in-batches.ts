/**
 * Keeps items in one go; what has the id of another goes after it, since it has to see the first. What fails together is
 * tried one by one, so that an item fails for its own sake alone.
 * @param keepAll keeps items, no two of the same id, all or none
 * @throws the last error, once all were tried
 */
export async function keepInBatches<Item extends { id: string }>(
  items: readonly Item[],
  keepAll: (items: readonly Item[]) => Promise<void>,
): Promise<void> {
  const errors: unknown[] = []
  let left = items
  while (left.length > 0) {
    const batch = firstOfEach(left)
    left = left.filter(item => !batch.includes(item))
    errors.push(...(await errorsOf(batch)))
  }
  if (errors.length > 0) throw errors.at(-1)

  async function errorsOf(batch: readonly Item[]): Promise<unknown[]> {
    try {
      await keepAll(batch)
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
