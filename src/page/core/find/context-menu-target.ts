import { elementsAt, pictureAt } from './at-point.ts'
import type { Picture } from './picture.ts'

/** What the user has opened the context menu on. */
export interface ContextMenuTarget {
  /** Top to bottom. */
  elements: Element[]
  picture: Picture | undefined
}

/**
 * Remembers where the context menu was opened last, until the signal is aborted. The browser tells the extension what kind of
 * content is there, but not which element.
 */
export function watchContextMenu(signal: AbortSignal): () => ContextMenuTarget {
  let last: ContextMenuTarget = { elements: [], picture: undefined }
  const opened = ({ isTrusted, clientX, clientY }: MouseEvent) => {
    if (!isTrusted) return
    const elements = elementsAt(clientX, clientY)
    last = { elements, picture: pictureAt(elements, clientX, clientY) }
  }
  window.addEventListener('contextmenu', opened, { capture: true, passive: true, signal })
  return () => last
}
