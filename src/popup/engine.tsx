import type { HostStatus, Rung } from '../messages.ts'
import { text } from '../platform/text.ts'
import type { Settings } from '../settings.ts'
import { engineWords } from '../ui/engine-words.ts'
import { milliseconds } from '../ui/milliseconds.ts'

const choices = ['auto', 'webgpu', 'wasm'] as const

interface EngineProps {
  status: HostStatus
  /** Undefined until the settings are read. */
  backend: Settings['backend'] | undefined
  onBackend(backend: Settings['backend']): void
}

/** What the network runs on and how fast, what became of the other ways, and the choice between them. */
export function Engine({ status, backend, onBackend }: EngineProps) {
  const rungs = status.state === 'starting' ? [] : status.rungs
  return (
    <section class="engine" aria-label={text('engine')}>
      <p class="engine-line" data-state={status.state} role="status">
        {engineWords(status)}
      </p>
      <select
        aria-label={text('engine_choice')}
        value={backend}
        disabled={!backend}
        onChange={event => onBackend(choices[event.currentTarget.selectedIndex] ?? 'auto')}
      >
        {choices.map(choice => (
          <option key={choice} value={choice}>
            {text(`backend_${choice}`)}
          </option>
        ))}
      </select>
      {rungs.length > 0 && (
        <details open={status.state === 'failed'}>
          <summary>{text('engine_details')}</summary>
          <dl>{rungs.map(Tried)}</dl>
        </details>
      )}
    </section>
  )
}

function Tried(rung: Rung) {
  return (
    <div key={rung.backend}>
      <dt>{text(`backend_${rung.backend}`)}</dt>
      <dd>{'refused' in rung ? rung.refused : text('engine_speed', milliseconds(rung.milliseconds))}</dd>
    </div>
  )
}
