import { text } from '../i18n/text.ts'
import type { HostPort } from '../inference/client/host-port.ts'
import { useSettings } from '../ui/page/use-settings.ts'
import { About } from './about.tsx'
import { Accessibility } from './accessibility.tsx'
import { Badges } from './badges/badges.tsx'
import { Engine } from './engine/engine.tsx'
import { History } from './history/history.tsx'
import { sections } from './section.tsx'
import { Shortcuts } from './shortcuts/shortcuts.tsx'
import { Sites } from './sites/sites.tsx'
import { Taught } from './taught/taught.tsx'
import { useCurrentSection } from './use-current-section.ts'
import { useDeepLink } from './use-deep-link.ts'

/** All settings on one page. */
export function Options({ host }: { host: HostPort }) {
  const settings = useSettings()
  const current = useCurrentSection(settings !== undefined)
  useDeepLink(settings !== undefined)

  return (
    <>
      <header>
        <img src="/icons/48.png" width="32" height="32" alt="" />
        <h1>{text('options_heading')}</h1>
      </header>
      <nav aria-label={text('options_sections')}>
        <ul>
          {sections.map(name => (
            <li key={name}>
              <a href={`#${name}`} aria-current={name === current ? 'true' : undefined}>
                {text(`options_${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {settings && (
          <>
            <Engine host={host} backend={settings.backend} />
            <Badges host={host} settings={settings} />
            <Sites settings={settings} />
            <Accessibility settings={settings} />
            <Shortcuts />
            <Taught host={host} />
            <History retention={settings.retention} />
            <About />
          </>
        )}
      </main>
    </>
  )
}
