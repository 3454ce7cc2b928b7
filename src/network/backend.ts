/** What the network runs on. */
export type Backend = 'webgpu' | 'wasm'

/** A backend that was tried: its time, or why it was not taken, for the log and for people. */
export type BackendAttempt =
  | { backend: Backend; milliseconds: number }
  | { backend: Backend; refused: string; reason: RefusalReason }

/** Why a backend was not taken. Shown to people as `refusal_<reason>` of the locale. */
export const refusalReasons = [
  'no_adapter',
  /** A GPU that the processor imitates. */
  'software',
  'no_simd',
  'timed_out',
  /** It starts, and computes nonsense. */
  'wrong',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]
