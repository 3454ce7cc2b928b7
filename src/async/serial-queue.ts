/** Makes a queue that runs one task at a time: each starts when the one before has settled, whether or not it failed. */
export function createSerialQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return task => {
    const result = last.then(task)
    last = result.catch(() => {})
    return result
  }
}
