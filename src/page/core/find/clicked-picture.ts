import type { Subject } from '../answers/answers.ts'
import { seenIn } from './at-point.ts'
import type { ClickedImage } from './clicked-image.ts'
import type { ContextMenuTarget } from './context-menu-target.ts'
import { hoveredElement, locateImage, pictureOf } from './image-by-url.ts'

/** A picture that the user has right-clicked. */
interface ClickedPicture {
  /** Undefined if nothing on the page shows it. */
  image: Element | undefined
  subject: Subject
}

/** Finds the image that the user has right-clicked. @param target what the context menu was opened on */
export function clickedImage({ elements }: ContextMenuTarget, { srcUrl, isElsewhere }: ClickedImage): ClickedPicture {
  const image = locateImage(srcUrl, elements)
  const seen = image || isElsewhere ? undefined : (elements[0] ?? hoveredElement())
  const picture = pictureOf(image) ?? (seen && seenIn(seen, srcUrl))
  return { image: image ?? seen, subject: { url: srcUrl, picture } }
}
