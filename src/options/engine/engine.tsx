import { language } from '../../i18n/language.ts'
import { text } from '../../i18n/text.ts'
import type { HostPort } from '../../inference/client/host-port.ts'
import type { Backend, BackendAttempt } from '../../network/backend.ts'
import type { Settings } from '../../settings/schema.ts'
import { changeSettings } from '../../settings/storage.ts'
import { attemptWords } from '../../ui/attempt-words.ts'
import { engineWords } from '../../ui/engine-words.ts'
import { relativeTime } from '../../ui/relative-time.ts'
import { useNow } from '../../ui/use-now.ts'
import { useStatus } from '../../ui/use-status.ts'
import { Section } from '../section.tsx'
import { useMeasure } from './use-measure.ts'

const backends = ['auto', 'webgpu', 'wasm'] as const

/** What the network runs on: the choice, how fast each is on this machine, or why it is none. */
export function Engine({ host, backend }: { host: HostPort; backend: Settings['backend'] }) {
  const status = useStatus(host)
  const { measured, state, measure } = useMeasure()
  const now = useNow()
  // What was measured for the choice itself, until the person has measured.
  const attempts = measured?.attempts ?? (status.state === 'starting' ? [] : status.attempts)
  const inUse = status.state === 'ready' ? status.backend : undefined

  return (
    <Section name="engine" hint={text('options_engine_hint')}>
      <p class="state" data-state={status.state} role="status">
        {engineWords(status)}
      </p>
      <fieldset class="choices">
        <legend class="unseen">{text('engine_choice')}</legend>
        {backends.map(choice => (
          <label key={choice} class="choice">
            <input
              type="radio"
              name="backend"
              checked={backend === choice}
              onChange={() => void changeSettings({ backend: choice })}
            />
            <span class="words">
              <span>
                {text(`backend_${choice}`)}
                {choice === inUse && <span class="mark">{text('options_in_use')}</span>}
              </span>
              <span class="soft">{text(`options_backend_${choice}_hint`)}</span>
            </span>
            {choice !== 'auto' && <Figure attempt={attemptOf(attempts, choice)} />}
          </label>
        ))}
      </fieldset>
      <div class="row">
        <p class="words soft" role="status">
          {state === 'running'
            ? text('options_measuring')
            : state === 'failed'
              ? text('options_measure_failed')
              : measured && text('options_measured', relativeTime(measured.at, now, language()))}
        </p>
        <button type="button" class="choose" disabled={state === 'running'} onClick={measure}>
          {text('options_measure')}
        </button>
      </div>
    </Section>
  )
}

function attemptOf(attempts: BackendAttempt[], backend: Backend): BackendAttempt | undefined {
  return attempts.find(attempt => attempt.backend === backend)
}

function Figure({ attempt }: { attempt: BackendAttempt | undefined }) {
  const isRefused = attempt && 'refused' in attempt
  return (
    <span class={isRefused ? 'figure refused' : 'figure'} title={isRefused ? attempt.refused : undefined}>
      {attempt ? attemptWords(attempt) : text('options_not_measured')}
    </span>
  )
}
