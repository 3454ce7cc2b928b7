import { isHtmlElement } from '../dom/element-type.ts'
import { type Finder, ownKey } from './picture.ts'

/** `<video>`: its poster until it plays or is wound, then the frame at which it rests. */
export const findVideo: Finder = element => {
  if (!isHtmlElement(element, 'video')) return undefined
  const { poster, played, currentTime, readyState, paused, ended } = element
  if (poster && played.length === 0 && currentTime === 0) return { key: poster, url: poster }
  if (readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return { skipped: 'not_loaded' }
  if (!paused && !ended) return { skipped: 'moving' }
  return { key: ownKey(element, `${element.currentSrc} ${currentTime}`), url: '', drawable: element }
}
