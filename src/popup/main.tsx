import { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { mount } from '../ui/mount.tsx'
import { Popup } from './popup.tsx'

mount(text('name'), <Popup host={new HostPort()} />)
