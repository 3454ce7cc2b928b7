/** A script that records in `heard` everything that observers and listeners tell a page. */
export const listening = `<script>{
  window.heard = []
  const hear = (...nodes) => {
    for (const node of nodes) if (node) heard.push(node.outerHTML ?? node.textContent ?? '')
  }
  new MutationObserver(records => {
    for (const { target, addedNodes, removedNodes } of records) hear(target, ...addedNodes, ...removedNodes)
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const types = Object.keys(Object.getPrototypeOf(HTMLElement.prototype)).concat(Object.keys(HTMLElement.prototype))
  const names = types.filter(name => name.startsWith('on')).map(name => name.slice(2))
  for (const type of new Set([...names, 'focusin', 'focusout', 'selectionchange', 'beforeprint', 'message']))
    addEventListener(type, event => hear(event.target, event.relatedTarget, ...event.composedPath()), true)
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      heard.push(JSON.stringify(entry))
      hear(entry.target, entry.element, ...(entry.sources ?? []).map(({ node }) => node))
    }
  }).observe({ entryTypes: PerformanceObserver.supportedEntryTypes })
}</script>`

/** Returns everything that a page can read about itself and about the elements at a point. Runs in the page. */
export function readAll(x: number, y: number): string {
  const selection = getSelection()
  document.execCommand('selectAll')
  const all = String(selection)
  selection?.selectAllChildren(document.documentElement)
  const selected = [all, String(selection), selection?.anchorNode?.textContent, selection?.focusNode?.textContent]
  selection?.removeAllRanges()
  const stylesOf = (element: Element, pseudo?: string) =>
    [...getComputedStyle(element, pseudo)].map(name => getComputedStyle(element, pseudo).getPropertyValue(name))
  const at = [...document.elementsFromPoint(x, y), document.elementFromPoint(x, y), document.activeElement]
  const hosts = [...document.querySelectorAll<HTMLElement>('html > :not(head, body)'), ...at].filter(
    host => host !== null,
  )
  const heard = (window as unknown as { heard?: string[] }).heard ?? []
  return [
    ...selected,
    document.documentElement.outerHTML,
    document.documentElement.innerText,
    document.body.innerText,
    document.documentElement.getHTML({ serializableShadowRoots: true }),
    new XMLSerializer().serializeToString(document),
    document.caretRangeFromPoint(x, y)?.startContainer.textContent,
    document.caretPositionFromPoint(x, y)?.offsetNode.textContent,
    ...hosts.flatMap(host => [
      host.outerHTML,
      host.shadowRoot?.innerHTML,
      (host as HTMLElement).innerText,
      host.role,
      host.ariaLabel,
      host.ariaDescription,
      ...['', '::before', '::after', '::marker'].flatMap(pseudo => stylesOf(host, pseudo)),
    ]),
    ...[...document.styleSheets, ...document.adoptedStyleSheets].flatMap(({ cssRules }) =>
      [...cssRules].map(({ cssText }) => cssText),
    ),
    ...document.getAnimations().map(({ effect }) => JSON.stringify((effect as KeyframeEffect | null)?.getKeyframes())),
    ...[...document.fonts].map(({ family }) => family),
    ...performance.getEntries().map(entry => JSON.stringify(entry)),
    ...heard,
  ].join('\n')
}

/** Returns those of the words that `window.find` finds. Runs in the page. */
export function find(words: string[]): string[] {
  const { find } = window as unknown as {
    find(words: string, isCaseSensitive: boolean, isBackwards: boolean, wraps: boolean): boolean
  }
  return words.filter(word => {
    getSelection()?.removeAllRanges()
    return find(word, false, false, true)
  })
}
