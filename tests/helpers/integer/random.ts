/** Reproducible pseudo-random integers: mulberry32. */
export function dice(seed: number): (least: number, most: number) => number {
  let state = seed
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return least + (((t ^ (t >>> 14)) >>> 0) % (most - least + 1))
  }
}
