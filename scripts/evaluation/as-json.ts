/** JSON to keep: six decimals, and each list or object without others inside it on one line. */
export function asJson(value: unknown): string {
  const rounded = (_: string, part: unknown) => (typeof part === 'number' ? Number(part.toFixed(6)) : part)
  const lines = JSON.stringify(value, rounded, 2)
  const onOneLine = lines.replace(/[[{][^[\]{}]*[\]}]/g, leaf => leaf.replace(/\s*\n\s*/g, ' '))
  return `${onOneLine}\n`
}
