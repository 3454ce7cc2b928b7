import { render } from 'preact'
import browser from 'webextension-polyfill'
import { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { Welcome } from './welcome.tsx'

document.documentElement.lang = browser.i18n.getUILanguage()
document.title = text('welcome_title')
render(<Welcome host={new HostPort()} />, document.body)
