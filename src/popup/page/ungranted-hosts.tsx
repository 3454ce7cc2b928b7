import browser from 'webextension-polyfill'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import type { UngrantedHost } from './use-page.ts'

/** More would crowd out the rest of the popup. Once these are granted, the next ones appear. */
const MAX_HOSTS = 2

/** Hosts of the page's pictures that the extension may not read, each with a button that requests permission. */
export function UngrantedHosts({ hosts }: { hosts: UngrantedHost[] }) {
  return (
    <section class="barred-hosts" aria-label={text('barred_title')}>
      {hosts.slice(0, MAX_HOSTS).map(({ host, pattern, pictures }) => (
        <div key={pattern}>
          <p>{text('barred_host', host, count(pictures))}</p>
          <button
            type="button"
            class="choose"
            // The browser prompts only during the user gesture, so nothing may be awaited first.
            onClick={() => void browser.permissions.request({ origins: [pattern] })}
          >
            {text('barred_allow', host)}
          </button>
        </div>
      ))}
    </section>
  )
}
