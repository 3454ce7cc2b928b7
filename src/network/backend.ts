/** What the network runs on. */
export type Backend = 'webgpu' | 'wasm'

/** The result of trying a backend: its time per picture, or why it was refused, as a text for the log and as a reason. */
export type BackendAttempt =
  | { backend: Backend; milliseconds: number }
  | { backend: Backend; refused: string; reason: RefusalReason }

/** Why a backend was refused. Displayed as `refusal_<reason>` of the locale. */
export const refusalReasons = [
  'no_adapter',
  /** A GPU emulated on the CPU. */
  'software',
  'no_simd',
  'timed_out',
  /** It runs but fails the self-test. */
  'wrong',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]
