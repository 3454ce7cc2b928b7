import browser from 'webextension-polyfill'
import { text } from '../../i18n/text.ts'
import { count } from '../../ui/format/count.ts'
import type { UngrantedHost } from './use-page.ts'

/** More would crowd out the rest of the popup; once these are allowed, others take their place. */
const MOST = 2

/** Hosts of the page's pictures that the extension may not read, each with a button that asks for it. */
export function UngrantedHosts({ hosts }: { hosts: UngrantedHost[] }) {
  return (
    <section class="barred-hosts" aria-label={text('barred_title')}>
      {hosts.slice(0, MOST).map(({ host, pattern, pictures }) => (
        <div key={pattern}>
          <p>{text('barred_host', host, count(pictures))}</p>
          <button
            type="button"
            class="choose"
            // The browser asks only on a person's gesture: nothing may be awaited before.
            onClick={() => void browser.permissions.request({ origins: [pattern] })}
          >
            {text('barred_allow', host)}
          </button>
        </div>
      ))}
    </section>
  )
}
