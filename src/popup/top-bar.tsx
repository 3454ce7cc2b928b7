import browser from 'webextension-polyfill'
import { text } from '../i18n/text.ts'
import { HistoryIcon, SettingsIcon } from '../ui/icons/icons.tsx'
import { everything, historyUrl } from './history/search.ts'

/** The name, with links to the history page and to the settings. */
export function TopBar() {
  return (
    <header>
      <h1>
        <img src="/icons/48.png" width="24" height="24" alt="" />
        {text('name')}
      </h1>
      <a
        class="quiet"
        href={historyUrl(everything)}
        target="_blank"
        rel="noreferrer"
        aria-label={text('history_title')}
        title={text('history_title')}
      >
        <HistoryIcon />
      </a>
      <button
        type="button"
        class="quiet"
        aria-label={text('options_title')}
        title={text('options_title')}
        onClick={() => void browser.runtime.openOptionsPage()}
      >
        <SettingsIcon />
      </button>
    </header>
  )
}
