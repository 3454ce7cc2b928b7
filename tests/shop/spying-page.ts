/** What a spying page has observed of an extension. */
export interface Seen {
  /** Calls of the page's built-in functions that the page's scripts did not make. */
  calls: string[]
  /** Events on foreign elements, and all messages, policy violations and errors. */
  events: string[]
  /** Loaded resources and their initiators. */
  loads: string[]
  /** What the page could extract from foreign elements. */
  looted: string[]
  added: string[]
}

/** A script that must run before any other in a page. It sets traps and records in `seen` what they catch. */
export const traps = `<script>{
  const seen = window.seen = { calls: [], events: [], loads: [], looted: [], added: [] }
  const own = { push: Array.prototype.push, apply: Reflect.apply, construct: Reflect.construct }
  // The traps must not catch themselves.
  let isOwn = false
  const note = (list, text) => own.apply(own.push, list, [text])
  const privately = work => function (...args) {
    const before = isOwn
    isOwn = true
    try { return own.apply(work, this, args) } finally { isOwn = before }
  }
  const trap = (owner, name) => {
    const whole = Object.getOwnPropertyDescriptor(owner, name)
    if (typeof whole?.value !== 'function' || !whole.configurable) return
    Object.defineProperty(owner, name, { ...whole, value: function (...args) {
      if (window.armed && !isOwn) note(seen.calls, name)
      return new.target ? own.construct(whole.value, args, new.target) : own.apply(whole.value, this, args)
    } })
  }
  const owners = [Element, Node, Document, EventTarget, HTMLElement, ShadowRoot, DOMTokenList, CSSStyleDeclaration,
    CanvasRenderingContext2D, OffscreenCanvas, MutationObserver, IntersectionObserver, Map, Set, WeakMap, Promise, Array, String]
  for (const { prototype } of owners)
    for (const name of Object.getOwnPropertyNames(prototype)) if (name !== 'constructor') trap(prototype, name)
  for (const name of ['fetch', 'postMessage', 'getComputedStyle', 'requestAnimationFrame', 'requestIdleCallback',
    'setTimeout', 'queueMicrotask', 'createImageBitmap']) trap(window, name)
  for (const name of ['to', 'type', 'prediction', 'verdict', 'garment', 'url', 'id', 'answer', 'overlay', 'port', 'on'])
    Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined },
      set(value) { note(seen.calls, 'set ' + name); Object.defineProperty(this, name, { value, writable: true, configurable: true }) } })

  const names = new Set(['message', 'messageerror', 'storage', 'securitypolicyviolation', 'error', 'unhandledrejection'])
  const known = new Set()
  const heard = privately(event => {
    const isStrange = event.target instanceof Element && event.target.localName.includes('-')
    if (isStrange || names.has(event.type)) note(seen.events, event.type + ' at ' + event.target?.localName)
  })
  for (const owner of [window, document, document.documentElement])
    for (const name in owner) if (name.startsWith('on') && !known.has(name)) {
      known.add(name)
      addEventListener(name.slice(2), heard, true)
    }
  for (const name of ['open', 'animationstart', 'transitionrun', 'slotchange', 'beforetoggle', 'toggle', 'focusin'])
    addEventListener(name, heard, true)

  new PerformanceObserver(privately(list => {
    for (const { name, initiatorType } of list.getEntries()) note(seen.loads, initiatorType + ' ' + name)
  })).observe({ type: 'resource', buffered: true })

  const loot = privately(element => {
    const name = element.localName
    note(seen.added, name)
    if (element.shadowRoot || element.openOrClosedShadowRoot) note(seen.looted, 'shadow root')
    try { element.attachShadow({ mode: 'open' }); note(seen.looted, 'shadow root of our own') } catch {}
    try {
      customElements.define(name, class extends HTMLElement {
        constructor() {
          super()
          if (this.attachInternals().shadowRoot) note(seen.looted, 'internals')
        }
      })
    } catch {}
    if (element.getHTML({ serializableShadowRoots: true }) || element.textContent) note(seen.looted, 'content')
    const { scrollWidth, scrollHeight } = element
    if (scrollWidth > 100 || scrollHeight > 0) note(seen.looted, 'size ' + scrollWidth + ' × ' + scrollHeight)
  })
  new MutationObserver(privately(records => {
    // Except the body: attaching a shadow root would hide its content.
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node instanceof Element && node !== document.body) loot(node)
  })).observe(document.documentElement, { childList: true })
}</script>`
