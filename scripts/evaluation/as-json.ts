/** Formats JSON for a stored file: six decimals, and each innermost list or object on one line. */
export function asJson(value: unknown): string {
  const rounded = (_: string, part: unknown) => (typeof part === 'number' ? Number(part.toFixed(6)) : part)
  const lines = JSON.stringify(value, rounded, 2)
  const onOneLine = lines.replace(/[[{][^[\]{}]*[\]}]/g, leaf => leaf.replace(/\s*\n\s*/g, ' '))
  return `${onOneLine}\n`
}
