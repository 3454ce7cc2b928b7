interface LockOptions {
  mode?: 'exclusive' | 'shared'
  ifAvailable?: boolean
}
type Work = (lock: object | null) => unknown

/** A stand-in for `navigator.locks`, which Node 20 lacks. */
export function locks() {
  const held = new Map<string, { mode: string; done: Promise<unknown> }[]>()

  async function request(name: string, ...rest: [Work] | [LockOptions, Work]): Promise<unknown> {
    const work = rest.at(-1) as Work
    const { mode = 'exclusive', ifAvailable = false } = rest.length > 1 ? (rest[0] as LockOptions) : {}
    const holders = held.get(name) ?? []
    held.set(name, holders)
    const conflicts = () => holders.filter(holder => mode === 'exclusive' || holder.mode === 'exclusive')
    if (ifAvailable && conflicts().length > 0) return work(null)
    const before = conflicts().map(({ done }) => done)
    const result = Promise.all(before).then(() => work({}))
    const holder = { mode, done: result.then(release, release) }
    function release() {
      holders.splice(holders.indexOf(holder), 1)
    }
    holders.push(holder)
    return result
  }
  return { request }
}
