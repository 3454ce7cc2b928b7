/** Makes a queue of one: each piece of work starts when the one before has ended, well or not. */
export function createSerialQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let turn: Promise<unknown> = Promise.resolve()
  return work => {
    const done = turn.then(work)
    turn = done.catch(() => {})
    return done
  }
}
