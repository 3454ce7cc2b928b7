import type { Figure } from '../figure.ts'

/** One table of the report. */
export interface Table {
  title: string
  head: string[]
  rows: string[][]
}

/** A measured part of the benchmark. */
export interface Part {
  title: string
  /** Sentences on how it was measured and how to read it. */
  notes: string[]
  tables: Table[]
  figures: Figure[]
  /** Individual measurements by name, in milliseconds unless the name says otherwise. */
  samples: Record<string, number[]>
}
