import { render } from 'preact'
import browser from 'webextension-polyfill'
import { HostPort } from '../platform/host-port.ts'
import { text } from '../platform/text.ts'
import { Popup } from './popup.tsx'

document.documentElement.lang = browser.i18n.getUILanguage()
document.title = text('name')
render(<Popup host={new HostPort()} />, document.body)
