/** Characters of one script; longer ones describe whole catalogues. */
const MAX_LENGTH = 100_000
const MAX_SCRIPTS = 20

let state = ''
const names = new Map<unknown, string>()

/** The name that the page's JSON-LD (https://schema.org/Product) gives a picture; undefined if none. */
export function productNameOf(url: string): string | undefined {
  // A live list, which the browser keeps: any other would search the page for each picture.
  const scripts = [...document.getElementsByTagName('script')].filter(isLinkedData).slice(0, MAX_SCRIPTS)
  // A page may load another product's data without leaving its address.
  const now = location.href + scripts.length
  if (now !== state) {
    state = now
    names.clear()
    scripts.forEach(read)
  }
  return names.get(pathOf(url))
}

function isLinkedData({ type }: HTMLScriptElement): boolean {
  return /^application\/ld\+json$/i.test(type)
}

function read({ textContent }: Element): void {
  if (textContent.length > MAX_LENGTH) return
  try {
    JSON.parse(textContent, (_, value) => {
      if (typeof value?.name === 'string' && value.image)
        for (const image of [value.image].flat()) names.set(pathOf(image?.url ?? image), value.name)
      return value
    })
  } catch {}
}

/** Without the query, by which shops tell the sizes of one file apart. */
function pathOf(url: unknown): unknown {
  return URL.parse(String(url), document.baseURI)?.pathname
}
