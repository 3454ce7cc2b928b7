import { OVERLAY_NAME } from '../overlay/overlay-name.ts'
import { unclobbered } from './unclobbered.ts'

/** The elements that may have a shadow root, beside custom ones (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
)

/** The shadow root of an element, open or closed; not the browser's own, as in `<video>`, nor ours. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  const { localName } = unclobbered(element)
  if (localName === OVERLAY_NAME || !(HOSTS.has(localName) || localName.includes('-'))) return undefined
  const root = chrome.dom.openOrClosedShadowRoot(element as HTMLElement)
  return root instanceof ShadowRoot ? root : undefined
}
