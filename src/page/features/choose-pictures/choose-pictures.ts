import { onAbort } from '../../../async/on-abort.ts'
import { failureText } from '../../../i18n/failure-text.ts'
import { text } from '../../../i18n/text.ts'
import type { SaidByName } from '../../../learning/said.ts'
import { createElement } from '../../core/dom/create-element.ts'
import { INSET_PX } from '../../core/overlay/placement.ts'
import type { PageCore } from '../../core/page-core.ts'
import { createButton } from '../../core/teaching/button.ts'
import { createChooser } from '../../core/teaching/chooser.ts'
import { focusSoon } from '../../core/teaching/focus-soon.ts'
import teachingStyles from '../../core/teaching/teaching.css?inline'
import styles from './choose-pictures.css?inline'
import { createPictureBoxes } from './picture-boxes.ts'
import { teachAll } from './teach-all.ts'

/**
 * Lets the user choose pictures of the page and say what they all show. A bar at the bottom of the screen says how many are
 * chosen. Escape and *Cancel* end it.
 * @param life ends it when it is aborted
 */
export function choosePictures(core: PageCore, life: AbortController): void {
  const { overlay, choices, markHandled } = core
  const { signal } = life
  overlay.addStyle(teachingStyles + styles)
  // They would open under the pointer, above the pictures.
  overlay.hideBadges(true)
  onAbort(signal, () => overlay.hideBadges(false))
  const bar = createElement('div', 'card bar-below')
  bar.setAttribute('role', 'dialog')
  bar.setAttribute('aria-label', text('choose_menu'))
  const status = createElement('div', 'count')
  status.setAttribute('role', 'status')
  const controls = createElement('div', 'teach')
  bar.append(status, controls)
  let open = new AbortController()

  function show(words: string, ...parts: HTMLElement[]): void {
    open.abort()
    open = new AbortController()
    status.dataset.text = words
    controls.replaceChildren(...parts)
    overlay.followMotion()
  }

  function leave(): void {
    life.abort()
  }

  const boxes = createPictureBoxes(core, count, signal)
  const these = createButton('these', text('choose_these'), name)
  const cancel = createButton('cancel', text('cancel'), leave)

  /** Says how many are chosen, without a change of the controls, so that the focus stays where it is. */
  function count(): void {
    const chosen = boxes.chosen().length
    these.disabled = chosen === 0
    if (controls.contains(cancel)) status.dataset.text = chosen ? text('choose_count', String(chosen)) : hint()
  }

  function hint(): string {
    return text(boxes.isEmpty() ? 'choose_none' : 'choose_hint')
  }

  function choose(): void {
    show(hint(), these, cancel)
    count()
  }

  function name(): void {
    const ownNames = choices.current().ownKinds.map(({ name }) => name)
    const cancelled = () => {
      choose()
      these.focus({ preventScroll: true })
    }
    const words = `${text('choose_count', String(boxes.chosen().length))} – ${text('choose_these')}`
    show(words)
    const ends = AbortSignal.any([signal, open.signal])
    const handlers = { chosen: (said: SaidByName) => void teach(said), cancelled, resized: overlay.followMotion }
    const chooser = createChooser(ownNames, handlers, ends)
    controls.append(chooser.element, cancel)
    chooser.focus()
  }

  async function teach(said: SaidByName): Promise<void> {
    const pictures = boxes.chosen()
    boxes.remove()
    // They show what is learned.
    overlay.hideBadges(false)
    show('')
    const progress = (learned: number) => {
      status.dataset.text = text('choose_learning', String(learned), String(pictures.length))
    }
    const { lessons, failures } = await teachAll(pictures, said, core, progress, signal)
    if (signal.aborted) return
    const done = createButton('done', text('done'), leave)
    const undo = createButton('undo', text('undo'), () => void takeBack(lessons))
    const reasons = [...new Set(failures.map(failureText))].join(' ')
    const failed = failures.length > 0 ? ` ${text('choose_failed', String(failures.length))}. ${reasons}` : ''
    show(`${text('choose_learned', String(lessons.length))}.${failed}`, done, ...(lessons.length > 0 ? [undo] : []))
    focusSoon(done)
  }

  async function takeBack(lessons: string[]): Promise<void> {
    show(text('teach_learning'))
    for (const lesson of lessons.toReversed()) await core.lessons.untell(lesson)
    leave()
  }

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !event.isTrusted) return
    markHandled(event)
    leave()
  }
  document.addEventListener('keydown', onKey, { capture: true, signal })
  const placed = overlay.place(document.documentElement, bar, { anchor: atBottom, onGone: leave })
  onAbort(signal, placed.remove)
  choose()
  boxes.focus()
}

/** In the middle of the lower edge of the screen. */
function atBottom({ node }: { node: HTMLElement }) {
  return { x: (innerWidth - node.offsetWidth) / 2, y: innerHeight - node.offsetHeight - 2 * INSET_PX }
}
