const MAX_SCRIPTS = 30
/** Characters read of each script. */
const MAX_CHARACTERS = 300_000
/** Values examined in each script. */
const MAX_VALUES = 5000

/** Every `@type` in the page's JSON-LD (https://www.w3.org/TR/json-ld11/), as written. */
export function jsonLdTypes(page: Document): string[] {
  const scripts = [...page.querySelectorAll('script[type^="application/ld+json"]')].slice(0, MAX_SCRIPTS)
  return scripts.flatMap(script => {
    const json = (script.textContent ?? '').slice(0, MAX_CHARACTERS)
    try {
      return typesWithin(JSON.parse(json))
    } catch {
      // Stray quotes and commas are common, and a truncated script does not parse either. Its types can still be matched.
      return [...json.matchAll(/"@type"\s*:\s*"([^"]{1,100})"/g)].slice(0, MAX_VALUES).map(([, type = '']) => type)
    }
  })
}

/** Iterative, because a hostile page may nest deeper than the stack. */
function typesWithin(root: unknown): string[] {
  const types: string[] = []
  const open = [root]
  for (let i = 0; i < open.length && i < MAX_VALUES; i++) {
    const value = open[i]
    if (typeof value !== 'object' || value === null) continue
    if ('@type' in value) types.push(...[value['@type']].flat(1).filter(type => typeof type === 'string'))
    for (const inner of Object.values(value)) {
      if (open.length >= MAX_VALUES) break
      if (typeof inner === 'object') open.push(inner)
    }
  }
  return types
}
