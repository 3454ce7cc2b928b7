/**
 * The promise, or a rejection once the time is over. The work itself continues, and its outcome is ignored.
 * @param ms milliseconds
 * @param createError makes the error for the timeout
 */
export function withTimeout<T>(promise: Promise<T>, ms: number, createError: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(createError()), ms)
  })
  return Promise.race([promise, deadline]).finally(() => clearTimeout(timer))
}
