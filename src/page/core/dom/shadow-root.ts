import { openOrClosedShadowRoot } from '../../../platform/shadow-root.ts'
import { OVERLAY_NAME } from '../overlay/overlay-name.ts'
import { unclobbered } from './unclobbered.ts'

/** Elements that may have a shadow root, besides custom elements (https://dom.spec.whatwg.org/#valid-shadow-host-name). */
const SHADOW_HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
)

/** The shadow root of an element, open or closed; neither the browser's own, as in `<video>`, nor the overlay's. */
export function shadowRootOf(element: Element): ShadowRoot | undefined {
  const { localName } = unclobbered(element)
  if (localName === OVERLAY_NAME || !(SHADOW_HOSTS.has(localName) || localName.includes('-'))) return undefined
  return openOrClosedShadowRoot(element as HTMLElement) ?? undefined
}
