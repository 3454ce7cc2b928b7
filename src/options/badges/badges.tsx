import type { HostPort } from '../../inference/client/host-port.ts'
import type { Settings } from '../../settings/schema.ts'
import { Section } from '../section.tsx'
import { Classes } from './classes.tsx'
import { Confidence } from './confidence.tsx'
import { Looks } from './looks.tsx'
import { usePreview } from './use-preview.ts'

/** Which garments get badges, and what those look like; each change is seen at once. */
export function Badges({ host, settings }: { host: HostPort; settings: Settings }) {
  const preview = usePreview(host)
  return (
    <Section name="badges">
      <Confidence settings={settings} preview={preview} />
      <Classes chosen={settings.classes} />
      <Looks settings={settings} />
    </Section>
  )
}
