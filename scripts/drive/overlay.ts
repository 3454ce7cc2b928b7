import type { CDPSession, Page } from 'puppeteer'

/** A badge as it lies on the page; pixels of the viewport. */
export interface Badge {
  text: string
  garment: string
  x: number
  y: number
  width: number
  height: number
}

/** The badges on a page, in the order of the document. Their shadow root is closed, so the debugger looks inside. */
export function readBadges(page: Page): Promise<Badge[]> {
  return inOverlay(page, [], function (this: ShadowRoot) {
    return [...this.querySelectorAll<HTMLElement>('.badge')]
      .filter(badge => badge.checkVisibility())
      .map(badge => {
        const { x, y, width, height } = badge.getBoundingClientRect()
        return { text: badge.innerText.trim(), garment: badge.dataset.garment ?? '', x, y, width, height }
      })
  })
}

/** Text of the card that answers a right click; '' where there is none. */
export async function readCard(page: Page): Promise<string> {
  const texts = await inOverlay(page, [], function (this: ShadowRoot) {
    return [...this.querySelectorAll<HTMLElement>('.card .status')].map(status => status.textContent)
  })
  return texts.join('\n')
}

/** Runs a function with the overlay's shadow root as `this`; `otherwise` where the page has no overlay. */
async function inOverlay<Result>(page: Page, otherwise: Result, read: (this: ShadowRoot) => Result): Promise<Result> {
  const session = await page.createCDPSession()
  try {
    const root = await overlayRoot(session)
    if (!root) return otherwise
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: root,
      functionDeclaration: read.toString(),
      returnByValue: true,
    })
    return result.value as Result
  } finally {
    await session.detach()
  }
}

async function overlayRoot(session: CDPSession): Promise<string | undefined> {
  const expression = 'document.querySelector("apparel-lens")'
  const { objectId } = (await session.send('Runtime.evaluate', { expression })).result
  if (!objectId) return undefined
  const { node } = await session.send('DOM.describeNode', { objectId, depth: 1, pierce: true })
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId
  if (backendNodeId === undefined) return undefined
  return (await session.send('DOM.resolveNode', { backendNodeId })).object.objectId
}
