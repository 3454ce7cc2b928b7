/** Tags per transaction. A transaction blocks all others, but each one takes a while to begin and to commit. */
export const BATCH_SIZE = 500

/**
 * Calls `work` with one batch of ids after another.
 * @param onProgress receives the number of ids processed, after each batch
 */
export async function forEachBatch(
  ids: readonly string[],
  work: (batch: string[]) => Promise<void>,
  onProgress?: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH_SIZE) {
    const batch = ids.slice(start, start + BATCH_SIZE)
    await work(batch)
    onProgress?.(start + batch.length)
  }
}
