import { withTimeout } from '../async/with-timeout.ts'
import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { mount } from '../ui/mount.tsx'
import { Popup } from './popup.tsx'
import { readNewest } from './use-tags.ts'

/** Milliseconds after which the popup is drawn without tags, should the database be held up: its switches must not wait. */
const PATIENCE = 100

// Drawn once, with its tags: to draw it before takes longer than to wait for them.
const newest = await withTimeout(readNewest(), PATIENCE, () => new Error('late')).catch(() => undefined)
mount(text('name'), <Popup host={new HostPort()} newest={newest} />)
