import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { mount } from '../ui/mount.tsx'
import { Welcome } from './welcome.tsx'

mount(text('welcome_title'), <Welcome host={new HostPort()} />)
