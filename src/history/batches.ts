/** Tags in one transaction: it holds up all others, but each takes a while to begin and to end. */
export const BATCH = 500

/**
 * Works through ids, a batch after the other.
 * @param onProgress hears after each batch how many are done
 */
export async function inBatches(
  ids: readonly string[],
  work: (batch: string[]) => Promise<void>,
  onProgress?: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    await work(batch)
    onProgress?.(start + batch.length)
  }
}
