import { isHtmlElement } from '../dom/element-type.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import type { Picture } from '../find/picture.ts'
import type { Overlay } from '../overlay/overlay.ts'

const OPEN_TIMEOUT_MS = 2000
/** Policies that tell another site nothing; the rest tell it the origin at least. */
const SECRETIVE = /^(no-referrer|same-origin)$/

/**
 * Whether the page, when it loads a picture from another site, tells that site its origin. What cannot be known counts as no.
 * @param picture undefined if no known element shows it
 */
export async function mayTellOrigin(picture: Picture | undefined, overlay: Overlay): Promise<boolean> {
  if (!picture) return false
  const element = unclobbered(picture.element)
  if (!picture.drawable && !isStyledByDocument(element)) return false
  if (element.closest('[rel~=noreferrer i]')) return false
  // '' for an unknown policy too, which the browser ignores.
  const policy = isHtmlElement(element, 'img') ? element.referrerPolicy : ''
  return policy ? !SECRETIVE.test(policy) : documentTellsOrigin(overlay)
}

/** Whether no file can have styled an element: it would have a policy of its own, which no script can read. */
function isStyledByDocument(element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot
  return element.getAttribute('style')?.includes('url(') || !root.querySelector('link[rel~=stylesheet i]')
}

/** What the policy was found to be, and the `<meta>` elements that it depends on, besides the header. */
let known: { metas: string; tells: Promise<boolean> } | undefined

function documentTellsOrigin(overlay: Overlay): Promise<boolean> {
  const metas = Array.from(document.querySelectorAll('meta[name=referrer i]'), meta => meta.outerHTML).join()
  if (known?.metas !== metas) known = { metas, tells: tryFrame(overlay) }
  return known.tells
}

/**
 * Whether the document's policy tells other sites the origin. No script can read the policy, which a header or `<meta>` sets. So
 * this opens an empty frame, which gets the referrer that a picture of another site would get, and runs nothing.
 */
async function tryFrame(overlay: Overlay): Promise<boolean> {
  const frame = document.createElement('iframe')
  frame.srcdoc = ''
  const opened = new Promise(resolve => {
    frame.onload = resolve
    // A page that removes what it does not know also keeps the frame from opening.
    setTimeout(resolve, OPEN_TIMEOUT_MS)
  })
  const placed = overlay.place(document.documentElement, frame, { anchor: () => undefined })
  await opened
  // A sandboxed page cannot look into its frames.
  const referrer = frame.contentDocument?.referrer
  placed.remove()
  return Boolean(referrer)
}
