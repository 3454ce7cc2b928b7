import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { renderPage } from '../ui/page/render-page.tsx'
import { Options } from './options.tsx'

renderPage(text('options_heading'), <Options host={new HostPort()} />)
