import type { Backend } from './backend.ts'

/**
 * How much more a millisecond costs than one of a single processor core. A run on the GPU wakes the GPU, keeps its memory busy,
 * and occupies a core of the browser's GPU process meanwhile. No page can measure power, so this is an estimate from the usual
 * power of an integrated GPU, 10 to 15 W, and of a core, 5 to 10 W.
 */
const COST_PER_MS: Record<Backend, number> = { wasm: 1, webgpu: 2 }

/** What a run costs the machine, to compare backends: the one that is faster may drain a battery sooner. */
export function runningCost(backend: Backend, milliseconds: number): number {
  return COST_PER_MS[backend] * milliseconds
}
