import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { mount } from '../ui/mount.tsx'
import { Options } from './options.tsx'

mount(text('options_heading'), <Options host={new HostPort()} />)
