/**
 * One reaction to the loss for all runs: each reaction to a promise that never settles, as that of a device which is never
 * lost, would keep a run's outputs alive for ever.
 * @param lost resolves with the reason
 * @returns lets a run through, or rejects once the GPU is lost
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
