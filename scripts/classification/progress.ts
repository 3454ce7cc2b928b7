const BAR_CELLS = 24
/** A terminal shows no more in between. */
const REDRAW_MS = 100
const USUAL_COLUMNS = 80
const CLEAR_LINE = '\r\u001b[2K'

/** The progress of a count towards a total that may become known later. */
export interface Progress {
  done: number
  failed: number
  total?: number
  /** Speed; 0 if it is not known yet. */
  perSecond: number
}

/** Formats a line: a bar, counts, speed and the time that is left. Without a total there is neither bar nor time. */
export function progressLine({ done, failed, total, perSecond }: Progress): string {
  const share = total ? Math.min(1, done / total) : 0
  const full = Math.round(share * BAR_CELLS)
  return [
    ...(total === undefined ? [] : [`${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)} ${Math.floor(share * 100)} %`]),
    total === undefined ? count(done) : `${count(done)} of ${count(total)}`,
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
    ...(perSecond === 0 ? [] : [`${perSecond.toFixed(perSecond < 10 ? 1 : 0)} a second`]),
    ...(total === undefined || perSecond === 0 ? [] : [`${duration((total - done) / perSecond)} left`]),
  ].join(' · ')
}

/** Formats a duration as `1:02:03` or `2:03`. */
function duration(seconds: number): string {
  const whole = Math.ceil(Math.max(0, seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const padded = (part: number) => String(part).padStart(2, '0')
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`
}

function count(value: number): string {
  return value.toLocaleString('en')
}

/** Keeps a line of progress at the bottom of a terminal. */
export class ProgressLine {
  readonly #terminal: NodeJS.WriteStream
  #firstAt = 0
  #drawnAt = 0
  #done = 0
  /** Set as soon as it is known. */
  total: number | undefined

  constructor(terminal: NodeJS.WriteStream) {
    this.#terminal = terminal
  }

  /** Counts one more, and draws the line if the last time is long enough ago. */
  advance(failed: number): void {
    const now = performance.now()
    // The start of the processes says nothing about the speed.
    if (this.#done++ === 0) this.#firstAt = now
    if (now - this.#drawnAt < REDRAW_MS) return
    this.#drawnAt = now
    const total = this.total === undefined ? {} : { total: this.total }
    const perSecond = now > this.#firstAt ? ((this.#done - 1) / (now - this.#firstAt)) * 1000 : 0
    const line = progressLine({ done: this.#done, failed, perSecond, ...total })
    // A line that wraps could not be cleared. Some terminals do not tell their width.
    this.#terminal.write(`${CLEAR_LINE}${line.slice(0, (this.#terminal.columns || USUAL_COLUMNS) - 1)}`)
  }

  /** Clears the line, until it is drawn again. */
  clear(): void {
    if (this.#drawnAt > 0) this.#terminal.write(CLEAR_LINE)
    this.#drawnAt = 0
  }
}
