import type { Page } from 'puppeteer'
import { overlaySelector } from '../../../scripts/drive/in-overlay.ts'
import type { Badge } from '../../../scripts/drive/overlay.ts'
import { runScript } from '../../../scripts/firefox/privileged.ts'

/** Reads the badges on a page, in document order. */
export function readFirefoxBadges(page: Page): Promise<Badge[]> {
  return inFirefoxOverlay(page, [], root =>
    [...root.querySelectorAll<HTMLElement>('.badge')]
      .filter(badge => badge.checkVisibility({ visibilityProperty: true }))
      .map(badge => {
        const { x, y, width, height } = badge.getBoundingClientRect()
        const shown = [...badge.querySelectorAll<HTMLElement>('[data-text]')].filter(part => part.checkVisibility())
        const text = shown.map(part => (part.matches('.row > :first-child') ? '\n' : ' ') + part.dataset.text).join('')
        return { text: text.trim(), garment: badge.dataset.garment ?? '', x, y, width, height }
      }),
  )
}

/** Reads the card that answers a right click; '' if there is none. */
export function readFirefoxCard(page: Page): Promise<string> {
  return inFirefoxOverlay(page, '', root =>
    [...root.querySelectorAll<HTMLElement>('.card .status')]
      .filter(status => status.checkVisibility({ visibilityProperty: true }))
      .map(status =>
        [status, ...status.querySelectorAll<HTMLElement>('[data-text]')].map(part => part.dataset.text ?? '').join(''),
      )
      .join('\n'),
  )
}

/**
 * Runs a function on the overlay's shadow root. It is closed, but Firefox hands it to a debugger.
 * @param read must not use anything from outside. Its result must survive JSON
 * @returns `otherwise` where the page has no overlay
 */
async function inFirefoxOverlay<Result>(
  page: Page,
  otherwise: Result,
  read: (root: ShadowRoot) => Result,
): Promise<Result> {
  const { browsingContext } = page.mainFrame() as unknown as { browsingContext: { id: string } }
  const target = { context: browsingContext.id, sandbox: 'drive' }
  const browser = page.browser()
  const host = await runScript(browser, 'script.evaluate', {
    expression: `document.querySelector('${overlaySelector}')`,
    target,
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
  })
  const sharedId = (host as { value?: { shadowRoot?: { sharedId?: string } } }).value?.shadowRoot?.sharedId
  if (!sharedId) return otherwise
  const { value } = await runScript(browser, 'script.callFunction', {
    functionDeclaration: `root => JSON.stringify((${read.toString()})(root))`,
    arguments: [{ sharedId }],
    target,
    awaitPromise: false,
  })
  return JSON.parse(String(value)) as Result
}
