import { text } from '../i18n/text.ts'
import { HostPort } from '../inference/client/host-port.ts'
import { mount } from '../ui/mount.tsx'
import { HistoryPage } from './history-page.tsx'

mount(text('history_page_title'), <HistoryPage host={new HostPort()} />)
