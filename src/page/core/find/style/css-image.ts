const TOKEN = /"(?:[^"\\]|\\.)*"|[(),]|[^"(),]+/gs
const ADDRESS = /url\("((?:[^"\\]|\\.)*)"\)/s
const SUPPORTED = /^image\/(avif|webp|a?png|jpeg|gif|svg\+xml|bmp|x-icon|vnd\.microsoft\.icon)$/

/** Splits a computed list at its commas; those in brackets and strings belong to their item. */
export function itemsOf(list: string): string[] {
  const items = ['']
  let depth = 0
  for (const [token] of list.matchAll(TOKEN)) {
    if (token === '(') depth++
    if (token === ')') depth--
    if (token === ',' && depth === 0) items.push('')
    else items[items.length - 1] += token
  }
  return items.map(item => item.trim())
}

/**
 * The URL that a computed `<image>` shows on a screen; '' for a gradient and for `none`.
 * (https://www.w3.org/TR/css-images-4/#image-set-notation)
 * @param ratio device pixels in a CSS pixel
 */
export function urlIn(image: string, ratio = devicePixelRatio): string {
  const set = /^(?:-webkit-)?image-set\((.*)\)$/s.exec(image)
  return set?.[1] === undefined ? addressIn(image) : chosenOf(itemsOf(set[1]), ratio)
}

/** The least option that is sharp on the screen, else the sharpest. */
function chosenOf(options: string[], ratio: number): string {
  const known = options
    .map(option => ({ url: addressIn(option), rest: option.replace(ADDRESS, '') }))
    .filter(({ rest }) => SUPPORTED.test(/type\("([^"]*)"\)/.exec(rest)?.[1] ?? 'image/png'))
    .map(({ url, rest }) => ({ url, density: Number(/([\d.]+)dppx/.exec(rest)?.[1] ?? 1) }))
    .sort((a, b) => a.density - b.density)
  return (known.find(({ density }) => density >= ratio) ?? known.at(-1))?.url ?? ''
}

function addressIn(text: string): string {
  return (ADDRESS.exec(text)?.[1] ?? '').replace(/\\(?:([0-9a-f]{1,6}) ?|(.))/gis, (_, hex, character) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : character,
  )
}
