import { text } from '../i18n/text.ts'
import type { HostPort } from '../inference/client/host-port.ts'
import { engineText } from '../ui/engine/engine-text.ts'
import { useHostStatus } from '../ui/engine/use-host-status.ts'
import { useUpload } from '../ui/upload/use-upload.ts'
import { BadgeDrawing, MenuDrawing, PopupDrawing } from './drawings.tsx'
import { TryOut } from './try-out.tsx'

/** The page after installation: what the extension does, that pictures stay on the machine, how to use it, and a try-out. */
export function Welcome({ host }: { host: HostPort }) {
  const status = useHostStatus(host)
  const attempt = useUpload(host)
  return (
    <main>
      <header>
        <img src="/icons/128.png" width="72" height="72" alt="" />
        <div>
          <h1>{text('welcome_title')}</h1>
          <p class="lead">{text('description')}</p>
        </div>
      </header>
      <p class="promise">{text('welcome_promise')}</p>
      <TryOut {...attempt} />
      <section aria-labelledby="steps">
        <h2 id="steps">{text('welcome_steps')}</h2>
        <ol class="steps">
          <li>
            <MenuDrawing />
            <h3>{text('welcome_ask')}</h3>
            <p>{text('welcome_ask_how')}</p>
          </li>
          <li>
            <BadgeDrawing />
            <h3>{text('welcome_badge')}</h3>
            <p>{text('welcome_badge_how')}</p>
          </li>
          <li>
            <PopupDrawing />
            <h3>{text('welcome_popup')}</h3>
            <p>{text('welcome_popup_how')}</p>
          </li>
        </ol>
      </section>
      <footer>
        <p role="status" data-state={status.state}>
          {text('welcome_engine', engineText(status))}
        </p>
        <a href="/src/options/index.html">{text('welcome_options')}</a>
      </footer>
    </main>
  )
}
