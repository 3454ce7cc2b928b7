import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { renderPage } from '../ui/page/render-page.tsx'
import { Welcome } from './welcome.tsx'

renderPage(text('welcome_title'), <Welcome host={new HostPort()} />)
