/** An SVG element as text. Numbers are rounded to two decimals, because finer differences are invisible. */
export function element(name: string, attributes: Record<string, string | number>, ...inside: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => {
    return ` ${key}="${typeof value === 'number' ? Number(value.toFixed(2)) : escaped(value)}"`
  })
  const tag = `${name}${written.join('')}`
  return inside.length ? `<${tag}>${inside.join('')}</${name}>` : `<${tag}/>`
}

/** An SVG line of text at a point. */
export function label(x: number, y: number, words: string, attributes: Record<string, string | number> = {}): string {
  return element('text', { x, y, ...attributes }, escaped(words))
}

/** Escapes text for use in XML. */
export function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
