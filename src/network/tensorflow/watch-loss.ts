/**
 * Rejects pending runs when the GPU is lost. All runs share one reaction to `lost`: a reaction per run to a promise that
 * may never settle would keep every run's outputs alive.
 * @param lost resolves with the reason
 * @returns passes a run's result through, or rejects once the GPU is lost
 */
export function watchLoss(lost: Promise<string>): <T>(run: Promise<T>) => Promise<T> {
  let error: Error | undefined
  const waiting = new Set<(error: Error) => void>()
  void lost.then(reason => {
    error = new Error(`the GPU was lost: ${reason}`)
    for (const reject of waiting) reject(error)
  })
  return unlessLost

  async function unlessLost<T>(run: Promise<T>): Promise<T> {
    let fail: (error: Error) => void = () => {}
    const loss = new Promise<never>((_, reject) => {
      fail = reject
    })
    if (error) fail(error)
    else waiting.add(fail)
    try {
      return await Promise.race([run, loss])
    } finally {
      waiting.delete(fail)
    }
  }
}
