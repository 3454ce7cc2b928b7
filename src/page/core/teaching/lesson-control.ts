import type { Prediction } from '../../../apparel/prediction.ts'
import { failureText } from '../../../i18n/failure-text.ts'
import { text } from '../../../i18n/text.ts'
import type { SaidByName } from '../../../learning/said.ts'
import type { TimedAnswer } from '../../../messages/host-port.ts'
import { finerNames, sayingOf } from '../../../ui/teaching/sayable-names.ts'
import type { Subject } from '../answers/answers.ts'
import { createElement } from '../dom/create-element.ts'
import type { PageCore } from '../page-core.ts'
import { createButton } from './button.ts'
import { createChooser } from './chooser.ts'
import { teachPicture } from './teach-picture.ts'

/** The part of a card by which the user says whether its answer is right. */
interface LessonControl {
  element: HTMLElement
  /** Says that the answer is right. */
  confirm(): void
  /** Asks what it is instead. */
  correct(): void
}

/**
 * Creates *Right* and *Not right?*. The latter opens the chooser; what is said can be taken back, and said more exactly.
 * @param shown the prediction that the card shows
 * @param changed called with the answer from now on, and whenever the card's size changes
 * @param closed ends what is open
 */
export function createLessonControl(
  shown: Prediction,
  subject: Subject,
  core: Pick<PageCore, 'lessons' | 'overlay' | 'choices'>,
  changed: (answer?: TimedAnswer) => void,
  closed: AbortSignal,
): LessonControl {
  const element = createElement('div', 'teach')
  let now = shown
  let open = new AbortController()
  let hadFocus = false

  /** Shows other parts. The focus stays in here if it was, as soon as there is a button to hold it. */
  function show(...parts: HTMLElement[]): void {
    hadFocus ||= element.matches(':focus-within')
    open.abort()
    open = new AbortController()
    element.replaceChildren(...parts)
    const button = element.querySelector('button')
    if (hadFocus && button) {
      button.focus({ preventScroll: true })
      hadFocus = false
    }
    changed()
  }

  function ask(reason?: string): void {
    const right = createButton('right', text('teach_right'), confirm)
    const wrong = createButton('wrong', text('teach_wrong'), correct)
    show(...(reason ? [createStatus(reason)] : []), right, wrong)
  }

  function confirm(): void {
    void teach(sayingOf(now))
  }

  function correct(): void {
    const ownNames = core.choices.current().ownKinds.map(({ name }) => name)
    const cancelled = () => {
      ask()
      element.querySelector<HTMLElement>('.wrong')?.focus({ preventScroll: true })
    }
    const chosen = (said: SaidByName) => void teach(said)
    const signal = AbortSignal.any([closed, open.signal])
    const chooser = createChooser(ownNames, { chosen, cancelled, resized: () => changed() }, signal)
    element.replaceChildren(chooser.element)
    changed()
    chooser.focus()
  }

  async function teach(said: SaidByName): Promise<void> {
    show(createStatus(text('teach_learning')))
    const result = await teachPicture(subject, said, core)
    if (closed.aborted) return
    if ('failure' in result) return ask(failureText(result))
    now = result.answer.prediction
    changed(result.answer)
    const finer = finerNames(said).map(({ said, name }) => createButton('finer', name, () => void teach(said)))
    const exactly = finer.length > 0 ? [createElement('span', 'exactly', text('teach_exactly'))] : []
    show(
      createButton('undo', text('undo'), () => void takeBack(result.lesson)),
      ...exactly,
      ...finer,
    )
  }

  async function takeBack(lesson: string): Promise<void> {
    show(createStatus(text('teach_learning')))
    const result = await core.lessons.untell(lesson)
    if (closed.aborted) return
    if ('failure' in result) return ask(failureText(result))
    now = result.answer.prediction
    changed(result.answer)
    ask()
  }

  ask()
  return { element, confirm, correct }
}

function createStatus(words: string): HTMLElement {
  const status = createElement('span', 'said', words)
  status.setAttribute('role', 'status')
  return status
}
