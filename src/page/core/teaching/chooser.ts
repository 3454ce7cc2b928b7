import { text } from '../../../i18n/text.ts'
import { MAX_OWN_NAME_LENGTH, type SaidByName } from '../../../learning/said.ts'
import type { SayableName } from '../../../ui/teaching/match-names.ts'
import { offeredNames, sayableNames } from '../../../ui/teaching/sayable-names.ts'
import { createElement } from '../dom/create-element.ts'
import { focusSoon } from './focus-soon.ts'
import { guardKeys } from './key-guard.ts'

/** Distance that an arrow key moves in the list. */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Asks what a picture shows. */
export interface Chooser {
  element: HTMLElement
  /** Moves the focus to its field. */
  focus(): void
}

/**
 * Creates a field with a list of names below it: the classes and the user's own kinds, and what fits as soon as something is
 * typed. A name that is not on the list is offered as a kind of the user's own. Works by keys alone; Escape cancels.
 * @param signal removes its listeners
 */
export function createChooser(
  ownNames: readonly string[],
  { chosen, cancelled, resized }: { chosen(said: SaidByName): void; cancelled(): void; resized(): void },
  signal: AbortSignal,
): Chooser {
  const names = sayableNames(ownNames)
  const element = createElement('div', 'chooser')
  const field = createElement('input', 'field')
  field.maxLength = MAX_OWN_NAME_LENGTH
  field.autocomplete = 'off'
  field.spellcheck = false
  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-label', text('teach_what'))
  field.setAttribute('aria-expanded', 'true')
  field.setAttribute('aria-controls', 'apparel-names')
  field.setAttribute('aria-autocomplete', 'list')
  const list = createElement('div', 'names')
  list.id = 'apparel-names'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', text('teach_what'))
  const label = createElement('div', 'what', text('teach_what'))
  label.setAttribute('aria-hidden', 'true')
  element.append(label, field, list)

  let typed = ''
  let isTyping = false
  let offered: SayableName[] = []
  let active = -1

  function offer(): void {
    offered = offeredNames(names, typed)
    list.replaceChildren(...offered.map(createOption))
    activate(typed.trim() ? 0 : -1)
    resized()
  }

  function createOption({ said, name, isMain }: SayableName, i: number): HTMLElement {
    const option = createElement('div', 'ownName' in said ? 'name own' : 'name', name)
    option.id = `apparel-name-${i}`
    option.classList.toggle('wide', !isMain && 'ownName' in said)
    option.setAttribute('role', 'option')
    option.addEventListener('pointerdown', event => event.preventDefault())
    option.addEventListener('click', ({ isTrusted }) => isTrusted && chosen(said))
    return option
  }

  function activate(index: number): void {
    active = index
    for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', String(i === index))
    const option = list.children[index]
    field.setAttribute('aria-activedescendant', option?.id ?? '')
    if (option) showIn(list, option as HTMLElement)
  }

  function pressed(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (event.key === 'Escape') cancelled()
    else if (event.key === 'Enter') {
      const choice = offered[active]
      if (choice) chosen(choice.said)
    } else if (step && offered.length > 0)
      activate((Math.max(active, step > 0 ? -1 : 0) + step + offered.length) % offered.length)
    else return
    event.preventDefault()
  }

  const handlers = {
    keydown: pressed,
    beforeinput: () => {
      isTyping = true
    },
    input: () => {
      // A page can type into whatever has the focus, but no such event comes before that.
      if (isTyping) typed = field.value
      else field.value = typed
      isTyping = false
      offer()
    },
  }
  guardKeys(element, handlers, signal)
  offer()
  return { element, focus: () => focusSoon(field) }
}

/** Scrolls a list to one of its entries. `scrollIntoView` would scroll the page too. */
function showIn(list: HTMLElement, { offsetTop, offsetHeight }: HTMLElement): void {
  list.scrollTop = Math.max(offsetTop + offsetHeight - list.clientHeight, Math.min(list.scrollTop, offsetTop))
}
