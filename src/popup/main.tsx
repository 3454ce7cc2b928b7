import { withTimeout } from '../async/with-timeout.ts'
import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { renderPage } from '../ui/page/render-page.tsx'
import { readNewest } from './history/use-tags.ts'
import { Popup } from './popup.tsx'

/** If the database is slower than this, the popup renders without tags: its switches must not wait. */
const NEWEST_TAGS_TIMEOUT_MS = 100

// Rendered once, with its tags: rendering twice takes longer than waiting for them.
const newest = await withTimeout(readNewest(), NEWEST_TAGS_TIMEOUT_MS, () => new Error('late')).catch(() => undefined)
const { search } = location
renderPage(
  text('name'),
  <Popup host={new HostPort()} newest={newest} isInWindow={search !== ''} isBarred={search === '?barred'} />,
)
