import type { Figure } from '../figure.ts'

/** One table of the report. */
export interface Table {
  title: string
  head: string[]
  rows: string[][]
}

/** A part of the benchmark, measured. */
export interface Part {
  title: string
  /** How it was measured, and what to keep in mind: sentences. */
  notes: string[]
  tables: Table[]
  figures: Figure[]
  /** The single measurements, by what was measured; milliseconds unless the name says otherwise. */
  samples: Record<string, number[]>
}
