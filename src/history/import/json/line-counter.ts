const [NEWLINE, RETURN] = [10, 13]

/** Counts the lines of a text that is read byte by byte. They end with \n, \r\n or \r. */
export class LineCounter {
  /** The number of the current line, from 1. */
  line = 1
  #isAfterReturn = false

  add(byte: number): void {
    if (byte === RETURN || (byte === NEWLINE && !this.#isAfterReturn)) this.line++
    this.#isAfterReturn = byte === RETURN
  }
}

/** The number of line ends before an offset of a text. */
export function linesBefore(text: string, offset: number): number {
  return text.slice(0, offset).match(/\r\n|\n|\r/g)?.length ?? 0
}

/** Whether a byte is white space in JSON. */
export function isSpace(byte: number): boolean {
  return byte === 32 || byte === NEWLINE || byte === RETURN || byte === 9
}
