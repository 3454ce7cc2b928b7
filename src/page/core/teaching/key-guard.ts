/** The events by which a page could learn what is typed. They leave even a closed shadow root. */
const TYPING = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
] as const

/**
 * Keeps typing within an element from the page, whose keyboard shortcuts would act on it. Only listeners that the page had on
 * its window before still see it. Since the events go no further, whoever needs them gets them here.
 */
export function guardKeys(
  element: HTMLElement,
  handlers: { keydown(event: KeyboardEvent): void; beforeinput?(): void; input?(): void },
  signal: AbortSignal,
): void {
  for (const type of [...TYPING, 'compositionend'])
    window.addEventListener(
      type,
      event => {
        if (!event.isTrusted || !element.matches(':focus-within')) return
        event.stopImmediatePropagation()
        if (event instanceof KeyboardEvent && type === 'keydown' && !event.isComposing) handlers.keydown(event)
        if (type === 'beforeinput') handlers.beforeinput?.()
        if (type === 'input') handlers.input?.()
      },
      { capture: true, signal },
    )
}
