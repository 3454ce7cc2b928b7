/** Scripts that are read, characters of each, and values within one that are looked at. */
const MOST_SCRIPTS = 30
const MOST_CHARACTERS = 300_000
const MOST_VALUES = 5000

/** Every `@type` in the page's JSON-LD (https://www.w3.org/TR/json-ld11/), as written. */
export function jsonLdTypes(page: Document): string[] {
  const scripts = [...page.querySelectorAll('script[type^="application/ld+json"]')].slice(0, MOST_SCRIPTS)
  return scripts.flatMap(script => {
    const json = (script.textContent ?? '').slice(0, MOST_CHARACTERS)
    try {
      return typesWithin(JSON.parse(json))
    } catch {
      // Stray quotes and commas are common, and what was cut off does not parse either: its types are still there to see.
      return [...json.matchAll(/"@type"\s*:\s*"([^"]{1,100})"/g)].slice(0, MOST_VALUES).map(([, type = '']) => type)
    }
  })
}

/** A list of what is still to see instead of recursion: nesting has no bottom on a hostile page. */
function typesWithin(root: unknown): string[] {
  const types: string[] = []
  const open = [root]
  for (let i = 0; i < open.length && i < MOST_VALUES; i++) {
    const value = open[i]
    if (typeof value !== 'object' || value === null) continue
    if ('@type' in value) types.push(...[value['@type']].flat(1).filter(type => typeof type === 'string'))
    for (const inner of Object.values(value)) {
      if (open.length >= MOST_VALUES) break
      if (typeof inner === 'object') open.push(inner)
    }
  }
  return types
}
