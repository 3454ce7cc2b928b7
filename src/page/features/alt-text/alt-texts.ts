import { onAbort } from '../../../async/on-abort.ts'
import { OVERLAY_NAME } from '../../core/overlay/overlay-name.ts'

/** Adds descriptions to images that have none, and removes them again. */
interface AltTexts {
  /** Replaces our own text. Does nothing for an image that has another, or whose text the page has changed since. */
  add(image: HTMLImageElement, words: string): void
  /** Restores the image, unless the page has changed its text since. */
  restore(image: HTMLImageElement): void
}

/**
 * Marks an image whose text is ours. It is an attribute because pages clone their images, as carousels do, and clones must
 * be restored too. A page that forges it changes only its own text.
 */
const MARK = `data-${OVERLAY_NAME}`

/** Value of the attribute, as JSON. */
interface Mark {
  /** Null if there was no `alt` attribute. */
  former: string | null
  given: string
}

/** @param signal restores all images when it is aborted */
export function createAltTexts(signal: AbortSignal): AltTexts {
  const described = new Set<HTMLImageElement>()
  /** Images whose text the page has changed. */
  const refused = new WeakSet<HTMLImageElement>()
  const observer = new MutationObserver(handleChanges)

  function handleChanges(records: MutationRecord[]): void {
    for (const { target, attributeName } of records) {
      if (!(target instanceof HTMLImageElement) || !described.has(target)) continue
      // Nothing is known yet about the new picture.
      if (attributeName !== 'alt') restore(target)
      else if (described.delete(target)) {
        refused.add(target)
        target.removeAttribute(MARK)
      }
    }
  }

  /** Makes a change without recording it as a change by the page. */
  function unobserved(change: () => void): void {
    handleChanges(observer.takeRecords())
    change()
    observer.takeRecords()
  }

  function add(image: HTMLImageElement, words: string): void {
    if (refused.has(image) || (described.has(image) && image.alt === words)) return
    if (image.hasAttribute(MARK)) restore(image)
    const former = image.getAttribute('alt')
    if (former?.trim()) return
    described.add(image)
    observer.observe(image, { attributeFilter: ['alt', 'src', 'srcset'] })
    unobserved(() => {
      image.setAttribute(MARK, JSON.stringify({ former, given: words } satisfies Mark))
      image.setAttribute('alt', words)
    })
  }

  function restore(image: HTMLImageElement): void {
    described.delete(image)
    refused.delete(image)
    const mark = image.getAttribute(MARK)
    if (mark === null) return
    image.removeAttribute(MARK)
    const { former, given } = parseMark(mark)
    if (image.getAttribute('alt') !== given) return
    unobserved(() => {
      if (typeof former === 'string') image.setAttribute('alt', former)
      else image.removeAttribute('alt')
    })
  }

  onAbort(signal, () => {
    // Includes clones that have not been examined yet.
    const clones = document.documentElement.querySelectorAll<HTMLImageElement>(`img[${MARK}]`)
    for (const image of [...described, ...clones]) restore(image)
    observer.disconnect()
  })
  return { add, restore }
}

function parseMark(mark: string): Partial<Mark> {
  try {
    return JSON.parse(mark) ?? {}
  } catch {
    return {}
  }
}
