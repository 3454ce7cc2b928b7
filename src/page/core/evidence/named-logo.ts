import type { Picture } from '../find/picture.ts'

/** In the words of a class, an id or a file. */
const LOGO = /(?:^|[^a-z])(?:logo(?:type)?s?|favicon)(?:[^a-z]|$)/i
/** At either end of a text. A T-shirt with a logo has it elsewhere. */
const CALLED_LOGO = /^logo(?:type)?\b|\blogo(?:type)?\W*$/i

/** Whether a picture is named a logo by its text, its class or id, or that of its parent, or its file. */
export function isNamedLogo({ element, url }: Pick<Picture, 'element' | 'url'>): boolean {
  const { parentElement: parent } = element
  const names = [element, parent].map(named => `${named?.getAttribute('class') ?? ''} ${named?.id ?? ''}`)
  const file = url.startsWith('data:') ? '' : (/[^/]*$/.exec(url.replace(/[?#].*/s, ''))?.[0] ?? '')
  const words = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1 $2')
  return [...names, file].some(name => LOGO.test(words(name))) || CALLED_LOGO.test(element.getAttribute('alt') ?? '')
}
