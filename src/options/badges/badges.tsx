import type { HostPort } from '../../inference/client/host-port.ts'
import type { Settings } from '../../settings/settings.ts'
import { Section } from '../section.tsx'
import { Appearance } from './appearance.tsx'
import { Classes } from './class-choice.tsx'
import { Confidence } from './confidence.tsx'
import { usePreview } from './use-preview.ts'

/** Which garments get badges, and what those look like; each change is seen at once. */
export function Badges({ host, settings }: { host: HostPort; settings: Settings }) {
  const preview = usePreview(host)
  return (
    <Section name="badges">
      <Confidence settings={settings} preview={preview} />
      <Classes chosen={settings.classes} />
      <Appearance settings={settings} />
    </Section>
  )
}
