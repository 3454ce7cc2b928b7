import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { renderPage } from '../ui/page/render-page.tsx'
import { HistoryPage } from './history-page.tsx'

renderPage(text('history_page_title'), <HistoryPage host={new HostPort()} />)
