import { within } from '../async/with-timeout.ts'
import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { renderPage } from '../ui/page/render-page.tsx'
import { readNewest } from './history/use-tags.ts'
import { Popup } from './popup.tsx'

/** Milliseconds after which the popup is drawn without tags, should the database be held up: its switches must not wait. */
const PATIENCE = 100

// Drawn once, with its tags: to draw it before takes longer than to wait for them.
const newest = await within(readNewest(), PATIENCE, () => new Error('late')).catch(() => undefined)
renderPage(text('name'), <Popup host={new HostPort()} newest={newest} />)
