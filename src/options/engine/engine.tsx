import type { Backend, Rung } from '../../messages.ts'
import type { HostPort } from '../../platform/host-port.ts'
import { language } from '../../platform/language.ts'
import { text } from '../../platform/text.ts'
import { changeSettings, type Settings } from '../../settings.ts'
import { engineWords } from '../../ui/engine-words.ts'
import { relativeTime } from '../../ui/relative-time.ts'
import { rungWords } from '../../ui/rung-words.ts'
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
  const rungs = measured?.rungs ?? (status.state === 'starting' ? [] : status.rungs)
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
            {choice !== 'auto' && <Figure rung={rungOf(rungs, choice)} />}
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

function rungOf(rungs: Rung[], backend: Backend): Rung | undefined {
  return rungs.find(rung => rung.backend === backend)
}

function Figure({ rung }: { rung: Rung | undefined }) {
  const isRefused = rung && 'refused' in rung
  return (
    <span class={isRefused ? 'figure refused' : 'figure'} title={isRefused ? rung.refused : undefined}>
      {rung ? rungWords(rung) : text('options_not_measured')}
    </span>
  )
}
