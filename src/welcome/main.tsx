import { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { mount } from '../ui/mount.tsx'
import { Welcome } from './welcome.tsx'

mount(text('welcome_title'), <Welcome host={new HostPort()} />)
