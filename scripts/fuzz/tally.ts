import { ends, type Outcome } from './outcome.ts'

/** Counts outcomes by the kind of case. */
export class Tally {
  #rows = new Map<string, Record<Outcome['end'], number>>()
  #reasons = new Map<string, number>()

  add(row: string, { end, detail }: Outcome): void {
    const counts = this.#rows.get(row) ?? { answered: 0, reason: 0, hang: 0, crash: 0, wrong: 0 }
    counts[end]++
    this.#rows.set(row, counts)
    if (end === 'reason') this.#reasons.set(detail, (this.#reasons.get(detail) ?? 0) + 1)
  }

  /** Number of cases. */
  get total(): number {
    return ends.reduce((sum, end) => sum + this.#sum(end), 0)
  }

  /** Number of cases that did not end as they should. */
  get failed(): number {
    return this.#sum('hang') + this.#sum('crash') + this.#sum('wrong')
  }

  /** The counts as a table, and how often each reason was given. */
  table(): string {
    const sorted = [...this.#rows].sort(([a], [b]) => (a < b ? -1 : 1))
    const lines = sorted.map(([row, counts]) =>
      line(
        row,
        ends.map(end => counts[end]),
      ),
    )
    const sums = ends.map(end => this.#sum(end))
    const head = ['', 'cases', ...ends].map((word, i) => (i ? word.padStart(9) : word.padEnd(20))).join('')
    const reasons = [...this.#reasons].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${reason} ${count}`)
    return [head, ...lines, line('all', sums), `reasons: ${reasons.join(', ') || 'none'}`].join('\n')
  }

  #sum(end: Outcome['end']): number {
    return [...this.#rows.values()].reduce((sum, counts) => sum + counts[end], 0)
  }
}

function line(name: string, counts: number[]): string {
  const total = counts.reduce((a, b) => a + b, 0)
  return name.padEnd(20) + [total, ...counts].map(count => String(count).padStart(9)).join('')
}
