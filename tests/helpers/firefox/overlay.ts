import type { Page } from 'puppeteer'
import messages from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually } from '../../../scripts/drive/eventually.ts'
import { overlaySelector } from '../../../scripts/drive/in-overlay.ts'
import { type Badge, type Box, byPlace } from '../../../scripts/drive/overlay.ts'
import { runInPage } from '../../../scripts/firefox/in-page.ts'
import { readFirefoxOverlay } from '../../../scripts/firefox/overlay.ts'

/** What Firefox shows to privileged code. */
type Revealed = Element & { openOrClosedShadowRoot: ShadowRoot | null }

/** Reads the badges on a page, from top to bottom, then from left to right. */
export async function readFirefoxBadges(page: Page): Promise<Badge[]> {
  const badges = await runInPage(
    page.browser(),
    page.url(),
    ({ document }, overlay) => {
      const root = document.querySelector<Revealed>(overlay)?.openOrClosedShadowRoot
      return [...(root?.querySelectorAll<HTMLElement>('.badge') ?? [])]
        .filter(badge => badge.checkVisibility({ visibilityProperty: true }))
        .map(badge => {
          const { x, y, width, height } = badge.getBoundingClientRect()
          const shown = [...badge.querySelectorAll<HTMLElement>('[data-text]')].filter(part => part.checkVisibility())
          return {
            text: shown.map(part => part.dataset.text).join(' '),
            garment: badge.dataset.garment ?? '',
            x,
            y,
            width,
            height,
          }
        })
    },
    overlaySelector,
  )
  return badges.sort(byPlace)
}

/** The final text of the page's answer card. */
export function firefoxAnswer(page: Page): Promise<string> {
  return eventually(
    () => readCard(page),
    card => card !== '' && card !== messages.answer_looking.message,
  )
}

/** Reads the card that answers a right click; '' if there is none. */
async function readCard(page: Page): Promise<string> {
  return (await readFirefoxOverlay(page.browser(), page.url(), '.card .status')).join('\n')
}

/** The boxes of the overlay's visible elements, in CSS pixels of the viewport. */
export function boxesInFirefoxOverlay(page: Page, selector: string): Promise<Box[]> {
  return runInPage(
    page.browser(),
    page.url(),
    ({ document }, overlay, selector) => {
      const root = document.querySelector<Revealed>(overlay)?.openOrClosedShadowRoot
      return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .map(element => {
          const { x, y, width, height } = element.getBoundingClientRect()
          return { x, y, width, height }
        })
    },
    overlaySelector,
    selector,
  )
}

/** Presses something on the overlay, once it is shown and no longer moves. */
export async function pressInFirefoxOverlay(page: Page, selector: string): Promise<void> {
  let before = ''
  const [box] = await eventually(
    () => boxesInFirefoxOverlay(page, selector),
    boxes => {
      const now = JSON.stringify(boxes)
      const isAtRest = boxes.length > 0 && now === before
      before = now
      return isAtRest
    },
  )
  if (box) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}
