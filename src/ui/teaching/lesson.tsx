import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Failure } from '../../apparel/failure.ts'
import type { Prediction } from '../../apparel/prediction.ts'
import { failureText } from '../../i18n/failure-text.ts'
import { text } from '../../i18n/text.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { SaidByName } from '../../learning/said.ts'
import type { Taught, TeachSource, TimedAnswer } from '../../messages/host-port.ts'
import { Chooser } from './chooser.tsx'
import { finerNames, sayingOf } from './sayable-names.ts'
import { useOwnKinds } from './use-own-kinds.ts'

interface LessonProps {
  host: HostPort
  source: TeachSource
  /** The answer that is shown, which the user can confirm or correct. */
  prediction: Prediction
  /** Receives the answer about the picture from now on. */
  onAnswer?: (answer: TimedAnswer) => void
}

type Step =
  | { name: 'ask'; reason?: string }
  | { name: 'choose' | 'learn' }
  | { name: 'told'; lesson: string; said: SaidByName }

/** *Right* and *Not right?*, which opens the chooser. What is said can be taken back, and said more exactly. */
export function Lesson({ host, source, prediction, onAnswer }: LessonProps) {
  const [step, setStep] = useState<Step>({ name: 'ask' })
  const ownKinds = useOwnKinds()
  const element = useRef<HTMLDivElement>(null)
  const hadFocus = useRef(false)

  // The pressed button disappears with its step.
  useLayoutEffect(() => {
    const button = element.current?.querySelector<HTMLElement>('.wrong, .undo')
    if (!hadFocus.current || step.name === 'choose' || !button) return
    hadFocus.current = false
    button.focus({ preventScroll: true })
  }, [step])
  const go = (next: Step) => {
    hadFocus.current ||= element.current?.matches(':focus-within') === true
    setStep(next)
  }

  const settle = async (result: Promise<Taught | Failure>, next: (taught: Taught) => Step) => {
    go({ name: 'learn' })
    const taught = await result
    if ('failure' in taught) return go({ name: 'ask', reason: failureText(taught) })
    onAnswer?.(taught.answer)
    go(next(taught))
  }
  const teach = (said: SaidByName) =>
    void settle(host.teach(source, said), ({ lesson }) => ({ name: 'told', lesson, said }))
  const takeBack = (lesson: string) => void settle(host.untell(lesson), () => ({ name: 'ask' }))
  const isTold = step.name === 'told' || (step.name === 'ask' && prediction.byUser === 'told')

  return (
    <div class="lesson" ref={element}>
      <p role="status" class={step.name === 'ask' && step.reason ? 'trouble' : 'said'}>
        {step.name === 'learn'
          ? text('teach_learning')
          : step.name === 'ask' && step.reason
            ? step.reason
            : isTold
              ? text('teach_told')
              : prediction.byUser === 'learned' && text('teach_learned')}
      </p>
      {step.name === 'ask' && (
        <>
          {!isTold && (
            <button type="button" class="choose right" onClick={() => teach(sayingOf(prediction))}>
              {text('teach_right')}
            </button>
          )}
          <button type="button" class="choose wrong" onClick={() => go({ name: 'choose' })}>
            {text('teach_wrong')}
          </button>
        </>
      )}
      {step.name === 'choose' && <Chooser ownKinds={ownKinds} onChoose={teach} onCancel={() => go({ name: 'ask' })} />}
      {step.name === 'told' && (
        <>
          <button type="button" class="choose undo" onClick={() => takeBack(step.lesson)}>
            {text('undo')}
          </button>
          {finerNames(step.said).map(({ said, name }) => (
            <button type="button" class="choose finer" key={name} onClick={() => teach(said)}>
              {name}
            </button>
          ))}
        </>
      )}
    </div>
  )
}
