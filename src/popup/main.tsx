import { openHistory } from '../history/database.ts'
import { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { mount } from '../ui/mount.tsx'
import { Popup } from './popup.tsx'

// It opens while the page is drawn; whoever reads from it hears what went wrong.
openHistory().catch(() => {})
mount(text('name'), <Popup host={new HostPort()} />)
