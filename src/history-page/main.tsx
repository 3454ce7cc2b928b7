import { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { mount } from '../ui/mount.tsx'
import { HistoryPage } from './history-page.tsx'

mount(text('history_page_title'), <HistoryPage host={new HostPort()} />)
