import browser from 'webextension-polyfill'

/** A rule is removed after this time even if nobody returns it. It is longer than any read of a picture. */
const MAX_RULE_AGE_MS = 15_000

/** The extension's own, as the browser's rules see it. */
const OWN_DOMAIN = new URL(browser.runtime.getURL('')).hostname

/** Rules outlive the service worker, so remove those of an earlier one. */
const cleared = clear()

/**
 * Makes the browser set the referrer of the inference host's requests for one URL. Requests of pages are not affected.
 * @returns the rule's id for `returnReferrer`
 */
export async function lendReferrer(url: string, referrer: string): Promise<number> {
  await cleared
  // A random id, so that a restarted service worker needs no knowledge of the previous one.
  const id = 1 + Math.floor(Math.random() * 2 ** 30)
  const rule = {
    id,
    action: {
      type: 'modifyHeaders' as const,
      requestHeaders: [{ header: 'referer', operation: 'set' as const, value: referrer }],
    },
    condition: {
      urlFilter: `|${url}|`,
      isUrlFilterCaseSensitive: true,
      initiatorDomains: [OWN_DOMAIN],
      resourceTypes: ['xmlhttprequest' as const],
      tabIds: [browser.tabs.TAB_ID_NONE],
    },
  }
  await browser.declarativeNetRequest.updateSessionRules({ addRules: [rule] })
  setTimeout(() => void returnReferrer(id), MAX_RULE_AGE_MS)
  return id
}

/** Removes a rule. */
export async function returnReferrer(id: number): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] })
}

async function clear(): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules()
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) })
}
