/** Least time from one frame to the next. */
const MIN_INTERVAL_MS = 500
/** Most time: a machine that needs longer still shows something. */
const MAX_INTERVAL_MS = 10_000
/** Most of one processor core that following may use. */
const MAX_SHARE = 0.25
/** An estimate of what a frame costs beside drawing it, in times of the networks. `bench:page video` measures the whole. */
const OVERHEAD = 1.25

/**
 * The time from a frame to the next one, so that following stays within its share of a core.
 * @param drawing what drawing the frame took, milliseconds
 * @param networks what the host says that its networks took, milliseconds
 */
export function intervalAfter(drawing: number, networks: number): number {
  const cost = drawing + networks * OVERHEAD
  return Math.min(MAX_INTERVAL_MS, Math.max(MIN_INTERVAL_MS, cost / MAX_SHARE))
}
