import type { CDPSession, Page } from 'puppeteer'

/** Pixels of the viewport. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A badge as it lies on the page. */
export interface Badge extends Box {
  text: string
  garment: string
}

/** The badges on a page, in the order of the document. Their shadow root is closed, so the debugger looks inside. */
export function readBadges(page: Page): Promise<Badge[]> {
  return inOverlay(page, [], function (this: ShadowRoot) {
    return [...this.querySelectorAll<HTMLElement>('.badge')]
      .filter(badge => badge.checkVisibility({ visibilityProperty: true }))
      .map(badge => {
        const { x, y, width, height } = badge.getBoundingClientRect()
        const shown = [...badge.querySelectorAll<HTMLElement>('[data-text]')].filter(part => part.checkVisibility())
        const text = shown.map(part => (part.matches('.row > :first-child') ? '\n' : ' ') + part.dataset.text).join('')
        return { text: text.trim(), garment: badge.dataset.garment ?? '', x, y, width, height }
      })
  })
}

/** Text of the card that answers a right click; '' where there is none. */
export async function readCard(page: Page): Promise<string> {
  return (await readOverlay(page, '.card .status')).join('\n')
}

/** Where that card lies; undefined where none can be seen. */
export async function cardBox(page: Page): Promise<Box | undefined> {
  const [box] = await inOverlay(page, [], function (this: ShadowRoot) {
    return [...this.querySelectorAll('.card')]
      .filter(card => card.checkVisibility({ visibilityProperty: true }))
      .map(card => card.getBoundingClientRect().toJSON() as Box)
  })
  return box
}

/** Texts of what can be seen of the overlay. */
export function readOverlay(page: Page, selector: string): Promise<string[]> {
  return inOverlay(
    page,
    [],
    function (this: ShadowRoot, selector: string) {
      return [...this.querySelectorAll<HTMLElement>(selector)]
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .map(element =>
          [element, ...element.querySelectorAll<HTMLElement>('[data-text]')]
            .map(part => part.dataset.text ?? '')
            .join(''),
        )
    },
    selector,
  )
}

/** Presses the card's toggle that shows where the answer comes from. */
export function pressWhy(page: Page): Promise<void> {
  return press(page, '.card .toggle')
}

/** Presses the card's button that copies the answer as JSON. */
export function pressCopy(page: Page): Promise<void> {
  return press(page, '.card .copy')
}

async function press(page: Page, selector: string): Promise<void> {
  const middles = async function (this: ShadowRoot, selector: string) {
    // By the second frame all is at its place that was shown before.
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return [...this.querySelectorAll(selector)].map(button => {
      const { x, y, width, height } = button.getBoundingClientRect()
      return { x: x + width / 2, y: y + height / 2 }
    })
  }
  const [at] = await inOverlay(page, [], middles, selector)
  if (!at) throw new Error(`There is no ${selector}.`)
  await page.mouse.click(at.x, at.y)
}

/** A layer of heat as it lies on the page: the picture's box, and its strongest point. */
export interface Heat extends Box {
  strongest: { x: number; y: number }
}

/** The layers of heat on a page. */
export function readHeat(page: Page): Promise<Heat[]> {
  return inOverlay(page, [], function (this: ShadowRoot) {
    return [...this.querySelectorAll<HTMLCanvasElement>('.heat canvas')]
      .filter(canvas => canvas.checkVisibility({ visibilityProperty: true }))
      .map(canvas => {
        const { x, y, width, height } = canvas.getBoundingClientRect()
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
        let most = 3
        for (let alpha = 3; alpha < data.length; alpha += 4) if ((data[alpha] ?? 0) > (data[most] ?? 0)) most = alpha
        const pixel = (most - 3) / 4
        const strongest = {
          x: x + (((pixel % canvas.width) + 0.5) / canvas.width) * width,
          y: y + ((Math.floor(pixel / canvas.width) + 0.5) / canvas.height) * height,
        }
        return { x, y, width, height, strongest }
      })
  })
}

/** Resolves when an element of the overlay says words, be it for a moment. */
export async function untilOverlaySays(page: Page, selector: string, words: string): Promise<void> {
  const hear = function (this: ShadowRoot, selector: string, words: string) {
    const saying = this.querySelector<HTMLElement>(selector)
    return new Promise<boolean>(resolve => {
      if (!saying) return resolve(false)
      const look = () => saying.dataset.text === words && resolve(true)
      new MutationObserver(look).observe(saying, { attributeFilter: ['data-text'] })
      look()
    })
  }
  if (!(await inOverlay(page, false, hear, selector, words))) throw new Error(`There is no ${selector}.`)
}

/** Runs a function with the overlay's shadow root as `this`; `otherwise` where the page has no overlay. */
export async function inOverlay<Result, Parts extends string[]>(
  page: Page,
  otherwise: Result,
  read: (this: ShadowRoot, ...parts: Parts) => Result | Promise<Result>,
  ...parts: Parts
): Promise<Result> {
  const session = await page.createCDPSession()
  try {
    const root = await overlayRoot(session)
    if (!root) return otherwise
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: root,
      functionDeclaration: read.toString(),
      arguments: parts.map(value => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    })
    return result.value as Result
  } finally {
    await session.detach()
  }
}

/** Of the element that the extension adds to a page. Its name is another in each page. */
export const overlaySelector = 'html > :not(head, body)'

/** Of the page itself, else of a frame of the same site. */
async function overlayRoot(session: CDPSession): Promise<string | undefined> {
  const expression = `[document, ...Array.from(document.querySelectorAll('iframe'), frame => frame.contentDocument)]
    .map(page => page?.querySelector('${overlaySelector}')).find(Boolean)`
  // In a world of its own: a page may have put other functions in the place of the browser's.
  const { frameTree } = await session.send('Page.getFrameTree')
  const world = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'drive' })
  const contextId = world.executionContextId
  const { objectId } = (await session.send('Runtime.evaluate', { expression, contextId })).result
  if (!objectId) return undefined
  const { node } = await session.send('DOM.describeNode', { objectId, depth: 1, pierce: true })
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId
  if (backendNodeId === undefined) return undefined
  return (await session.send('DOM.resolveNode', { backendNodeId, executionContextId: contextId })).object.objectId
}
