import { onAbort } from '../../../async/on-abort.ts'
import { OVERLAY_NAME } from '../../core/overlay/overlay-name.ts'

/** Gives images of a page that have no description one, and takes it back. */
export interface AltTexts {
  /** Leaves an image alone that has a text, or of which the page has changed the text since. */
  give(image: HTMLImageElement, words: string): void
  /** The image is as it was found, where the page has not changed its text since. */
  takeBack(image: HTMLImageElement): void
}

/**
 * On an image whose text is ours: what it had before, and what it was given. It is in the page, since pages clone their
 * images, as carousels do, and a clone must not keep what is not the page's. A page that forges it changes its own text.
 */
const MARK = `data-${OVERLAY_NAME}`

interface Mark {
  /** Null where there was no attribute. */
  former: string | null
  given: string
}

/** @param signal takes all back */
export function createAltTexts(signal: AbortSignal): AltTexts {
  const ours = new Set<HTMLImageElement>()
  /** The page has had its say. */
  const refused = new WeakSet<HTMLImageElement>()
  const observer = new MutationObserver(heed)

  function heed(records: MutationRecord[]): void {
    for (const { target, attributeName } of records) {
      if (!(target instanceof HTMLImageElement) || !ours.has(target)) continue
      // Of the next picture nothing is known yet.
      if (attributeName !== 'alt') takeBack(target)
      else if (ours.delete(target)) {
        refused.add(target)
        target.removeAttribute(MARK)
      }
    }
  }

  /** Our own changes are none of the page's. */
  function unheard(change: () => void): void {
    heed(observer.takeRecords())
    change()
    observer.takeRecords()
  }

  function give(image: HTMLImageElement, words: string): void {
    if (ours.has(image) || refused.has(image)) return
    if (image.hasAttribute(MARK)) takeBack(image)
    const former = image.getAttribute('alt')
    if (former?.trim()) return
    ours.add(image)
    observer.observe(image, { attributeFilter: ['alt', 'src', 'srcset'] })
    unheard(() => {
      image.setAttribute(MARK, JSON.stringify({ former, given: words } satisfies Mark))
      image.setAttribute('alt', words)
    })
  }

  function takeBack(image: HTMLImageElement): void {
    ours.delete(image)
    refused.delete(image)
    const mark = image.getAttribute(MARK)
    if (mark === null) return
    image.removeAttribute(MARK)
    const { former, given } = parse(mark)
    if (image.getAttribute('alt') !== given) return
    unheard(() => {
      if (typeof former === 'string') image.setAttribute('alt', former)
      else image.removeAttribute('alt')
    })
  }

  onAbort(signal, () => {
    // Also of clones that were not looked at yet.
    const clones = document.documentElement.querySelectorAll<HTMLImageElement>(`img[${MARK}]`)
    for (const image of [...ours, ...clones]) takeBack(image)
    observer.disconnect()
  })
  return { give, takeBack }
}

function parse(mark: string): Partial<Mark> {
  try {
    return JSON.parse(mark) ?? {}
  } catch {
    return {}
  }
}
