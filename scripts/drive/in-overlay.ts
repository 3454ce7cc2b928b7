import type { CDPSession, Page, Protocol } from 'puppeteer'

/** Selects the element that the extension adds to a page, whose tag name is random. */
export const overlaySelector = 'html > :not(head, body), svg:root > [popover]'

/** Errors of the debugger when a page has gone to another document meanwhile. */
const NAVIGATED = /cannot find context|context was destroyed|could not find (node|object)|navigated/i

/**
 * Runs a function with the overlay's shadow root as `this`, and again if the page went to another document meanwhile. Returns
 * `otherwise` where the page has no overlay.
 */
export async function inOverlay<Result, Parts extends string[]>(
  page: Page,
  otherwise: Result,
  read: (this: ShadowRoot, ...parts: Parts) => Result | Promise<Result>,
  ...parts: Parts
): Promise<Result> {
  const readOnce = () =>
    withRoot(page, otherwise, async (session, root) => {
      const { value } = await call(session, root, read, parts, { returnByValue: true, awaitPromise: true })
      return value as Result
    })
  for (;;)
    try {
      return await readOnce()
    } catch (error) {
      if (!NAVIGATED.test(String(error))) throw error
    }
}

/**
 * Resolves when an element of the overlay has shown a text after an action, even for a moment.
 * @param act the action, which starts once the overlay is observed
 * @throws Error if the page has no overlay yet
 */
export async function untilOverlaySays(
  page: Page,
  selector: string,
  words: string,
  act: () => Promise<void>,
): Promise<void> {
  const hear = function (this: ShadowRoot, selector: string, words: string) {
    const isSaid = () => [...this.querySelectorAll<HTMLElement>(selector)].some(({ dataset }) => dataset.text === words)
    return new Promise<void>(resolve => {
      const options = { subtree: true, childList: true, attributeFilter: ['data-text'] }
      new MutationObserver(() => isSaid() && resolve()).observe(this, options)
    })
  }
  const isThere = await withRoot(page, false, async (session, root) => {
    const { objectId = '' } = await call(session, root, hear, [selector, words])
    await act()
    await session.send('Runtime.awaitPromise', { promiseObjectId: objectId })
    return true
  })
  if (!isThere) throw new Error('There is no overlay.')
}

/** Works on the overlay's shadow root. It is closed, so only the debugger can reach it. */
async function withRoot<Result>(
  page: Page,
  otherwise: Result,
  work: (session: CDPSession, root: string) => Promise<Result>,
): Promise<Result> {
  const session = await page.createCDPSession()
  try {
    const root = await overlayRoot(session)
    return root ? await work(session, root) : otherwise
  } finally {
    await session.detach()
  }
}

async function call<Parts extends string[]>(
  session: CDPSession,
  root: string,
  work: (this: ShadowRoot, ...parts: Parts) => unknown,
  parts: Parts,
  options: Partial<Protocol.Runtime.CallFunctionOnRequest> = {},
): Promise<Protocol.Runtime.RemoteObject> {
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: root,
    functionDeclaration: work.toString(),
    arguments: parts.map(value => ({ value })),
    ...options,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result
}

/** Finds the overlay of the page, or else of a frame of the same site. */
async function overlayRoot(session: CDPSession): Promise<string | undefined> {
  const expression = `[document, ...Array.from(document.querySelectorAll('iframe'), frame => frame.contentDocument)]
    .map(page => page?.querySelector('${overlaySelector}')).find(Boolean)`
  // In an isolated world: a page may have replaced the browser's own functions.
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
