import { documentTellsOrigin } from '../../../platform/page-policy.ts'
import { isHtmlElement } from '../dom/element-type.ts'
import { unclobbered } from '../dom/unclobbered.ts'
import type { Picture } from '../find/picture.ts'
import type { Overlay } from '../overlay/overlay.ts'

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
  return policy ? !SECRETIVE.test(policy) : askDocument(overlay)
}

/** Whether no file can have styled an element: it would have a policy of its own, which no script can read. */
function isStyledByDocument(element: Element): boolean {
  const root = element.getRootNode() as Document | ShadowRoot
  return element.getAttribute('style')?.includes('url(') || !root.querySelector('link[rel~=stylesheet i]')
}

/** What the policy was found to be, and the `<meta>` elements that it depends on, besides the header. */
let known: { metas: string; tells: Promise<boolean> } | undefined

function askDocument(overlay: Overlay): Promise<boolean> {
  const metas = Array.from(document.querySelectorAll('meta[name=referrer i]'), meta => meta.outerHTML).join()
  if (known?.metas !== metas)
    known = {
      metas,
      tells: documentTellsOrigin(frame => overlay.place(document.documentElement, frame, { anchor: () => undefined })),
    }
  return known.tells
}
