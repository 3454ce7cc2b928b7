import { isHtmlElement } from '../dom/element-type.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import type { Picture } from '../find/picture.ts'
import type { Overlay } from '../overlay/overlay.ts'

/** How long a frame without content may take to open. */
const OPEN_TIMEOUT_MS = 2000
/** Policies that tell another site nothing; the rest tell it the origin at least. */
const SECRETIVE = ['no-referrer', 'same-origin']

/**
 * Whether the page, when it loads a picture from another site, tells that site its origin. What cannot be known counts as no.
 * @param picture undefined if no known element shows it
 */
export async function mayTellOrigin(picture: Picture | undefined, overlay: Overlay): Promise<boolean> {
  if (!picture || document.contentType.startsWith('image/')) return false
  const element = unclobbered(picture.element)
  // A style sheet has a policy of its own, which no script can read.
  if (!picture.drawable && picture.kind !== 'input' && !element.getAttribute('style')?.includes('url(')) return false
  if (element.closest('[rel~="noreferrer" i]')) return false
  // '' for an unknown policy too, which the browser ignores.
  const policy = isHtmlElement(element, 'img') ? element.referrerPolicy : ''
  return policy ? !SECRETIVE.includes(policy) : documentTellsOrigin(overlay)
}

/**
 * Whether the document's policy tells other sites the origin. No script can read the policy, which a header or `<meta>` sets. So
 * this opens an empty frame, which gets the referrer that a picture of another site would get, and runs nothing.
 */
async function documentTellsOrigin(overlay: Overlay): Promise<boolean> {
  const frame = document.createElement('iframe')
  frame.srcdoc = '<!doctype html>'
  const opened = new Promise(resolve => {
    frame.onload = resolve
    setTimeout(resolve, OPEN_TIMEOUT_MS)
  })
  const placed = overlay.place(document.documentElement, frame, { anchor: () => undefined })
  try {
    await opened
    // A sandboxed page cannot look into its frames.
    return Boolean(frame.contentDocument?.referrer)
  } finally {
    placed.remove()
  }
}
