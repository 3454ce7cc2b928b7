import { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { mount } from '../ui/mount.tsx'
import { Options } from './options.tsx'

mount(text('options_heading'), <Options host={new HostPort()} />)
