/** A Huffman table: how many codes have each length from 1 to 16 bits, and their symbols, shortest code first. */
export interface HuffmanTable {
  counts: number[]
  symbols: number[]
}

/** The longest code that a JPEG file can have. */
const LONGEST = 16

/** The table with the shortest codes for symbols (ITU T.81, K.2). @param frequencies how often each symbol occurs */
export function shortestCodes(frequencies: Uint32Array): HuffmanTable {
  const lengths = lengthsOf(frequencies)
  const counts = limited(lengths)
  const symbols = [...lengths.keys()].filter(symbol => symbol < frequencies.length)
  symbols.sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0) || a - b)
  return { counts, symbols }
}

/** Canonical codes by symbol, each `code << 8 | length`. */
export function codesOf({ counts, symbols }: HuffmanTable, size: number): Uint32Array {
  const codes = new Uint32Array(size)
  let code = 0
  let next = 0
  for (const [i, count] of counts.entries()) {
    for (let n = 0; n < count; n++, code++, next++) codes[symbols[next] as number] = (code << 8) | (i + 1)
    code <<= 1
  }
  return codes
}

/** The length of each symbol's code. One symbol more than there are gets the code of ones, which JPEG forbids. */
function lengthsOf(frequencies: Uint32Array): Map<number, number> {
  const lengths = new Map<number, number>()
  const trees: { weight: number; symbols: number[] }[] = [{ weight: 0.5, symbols: [frequencies.length] }]
  frequencies.forEach((weight, symbol) => {
    if (weight > 0) trees.push({ weight, symbols: [symbol] })
  })
  trees.sort((a, b) => b.weight - a.weight)
  for (let least = trees.pop(), second = trees.pop(); least && second; least = trees.pop(), second = trees.pop()) {
    const symbols = [...least.symbols, ...second.symbols]
    for (const symbol of symbols) lengths.set(symbol, (lengths.get(symbol) ?? 0) + 1)
    const weight = least.weight + second.weight
    const place = trees.findIndex(tree => tree.weight <= weight)
    trees.splice(place < 0 ? trees.length : place, 0, { weight, symbols })
  }
  return lengths
}

/** How many codes have each length once none is too long, without that of ones. */
function limited(lengths: Map<number, number>): number[] {
  const counts = new Array<number>(Math.max(LONGEST, ...lengths.values()) + 1).fill(0)
  for (const length of lengths.values()) counts[length] = (counts[length] as number) + 1
  const add = (length: number, by: number) => {
    counts[length] = (counts[length] as number) + by
  }
  for (let length = counts.length - 1; length > LONGEST; length--)
    while ((counts[length] as number) > 0) {
      // Two codes leave: one takes their common beginning, the other a place beside a shorter code.
      let shorter = length - 2
      while (counts[shorter] === 0) shorter--
      add(length, -2)
      add(length - 1, 1)
      add(shorter + 1, 2)
      add(shorter, -1)
    }
  let longest = LONGEST
  while (counts[longest] === 0) longest--
  add(longest, -1)
  return counts.slice(1, LONGEST + 1)
}
