import type { HostPort } from '../../inference/client/host-port.ts'
import type { Settings } from '../../settings/schema.ts'
import { Section } from '../section.tsx'
import { Appearance } from './appearance.tsx'
import { ClassChoice } from './class-choice.tsx'
import { Confidence } from './confidence.tsx'
import { GarmentsChoice } from './garments-choice.tsx'
import { MoreKinds } from './more-kinds.tsx'
import { PageWords } from './page-words.tsx'
import { usePreview } from './use-preview.ts'

/** Settings for what gets badges and how badges look. Every change shows at once. */
export function Badges({ host, settings }: { host: HostPort; settings: Settings }) {
  const preview = usePreview(host)
  return (
    <Section name="badges">
      <Confidence settings={settings} preview={preview} />
      <PageWords isOn={settings.pageWords} />
      <ClassChoice classesOff={settings.classesOff} />
      <MoreKinds moreKinds={settings.moreKinds} />
      <GarmentsChoice chosen={settings.badgedGarments} />
      <Appearance settings={settings} />
    </Section>
  )
}
