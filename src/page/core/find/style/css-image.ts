const LIST_TOKEN = /"(?:[^"\\]|\\.)*"|[(),]|[^"(),]+/gs
/** Not of a part of the document, such as a mask: `url("#part")`. */
const URL_FUNCTION = /url\("(?!#)((?:[^"\\]|\\.)*)"\)/s
const SUPPORTED_TYPE = /^image\/(avif|webp|a?png|jpeg|gif|svg\+xml|bmp|x-icon|vnd\.microsoft\.icon)$/

/** Splits a computed list at its commas, except for those within brackets and strings. */
export function itemsOf(list: string): string[] {
  const items = ['']
  let depth = 0
  for (const [token] of list.matchAll(LIST_TOKEN)) {
    if (token === '(') depth++
    if (token === ')') depth--
    if (token === ',' && depth === 0) items.push('')
    else items[items.length - 1] += token
  }
  return items.map(item => item.trim())
}

/**
 * The URL that a computed `<image>` shows on this screen; '' for a gradient and for `none`.
 * (https://www.w3.org/TR/css-images-4/#image-set-notation)
 * @param ratio device pixels per CSS pixel
 */
export function urlIn(image: string, ratio = devicePixelRatio): string {
  const fade = /^-webkit-cross-fade\((.*)\)$/s.exec(image)
  if (fade?.[1] !== undefined) return urlIn(moreVisible(itemsOf(fade[1])), ratio)
  const set = /^(?:-webkit-)?image-set\((.*)\)$/s.exec(image)
  return set?.[1] === undefined ? decodedUrlIn(image) : bestOption(itemsOf(set[1]), ratio)
}

/** The image of a cross-fade that contributes more. @param fade both images, and the share of the second, 0..1 */
function moreVisible([first = '', second = '', share = '']: string[]): string {
  return Number(share) > 0.5 ? second : first
}

/** The URL of the lowest density that is sharp on the screen, or else of the highest. */
function bestOption(options: string[], ratio: number): string {
  const known = options
    .map(option => ({ url: decodedUrlIn(option), descriptors: option.replace(URL_FUNCTION, '') }))
    .filter(({ descriptors }) => SUPPORTED_TYPE.test(/type\("([^"]*)"\)/.exec(descriptors)?.[1] ?? 'image/png'))
    .map(({ url, descriptors }) => ({ url, density: Number(/([\d.]+)dppx/.exec(descriptors)?.[1] ?? 1) }))
    .sort((a, b) => a.density - b.density)
  return (known.find(({ density }) => density >= ratio) ?? known.at(-1))?.url ?? ''
}

function decodedUrlIn(text: string): string {
  return (URL_FUNCTION.exec(text)?.[1] ?? '').replace(/\\(?:([0-9a-f]{1,6}) ?|(.))/gis, (_, hex, character) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : character,
  )
}
