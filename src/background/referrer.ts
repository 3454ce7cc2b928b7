import browser from 'webextension-polyfill'

/** Milliseconds after which a rule goes even if nobody gives it back: longer than any picture is waited for. */
const LONGEST = 15_000

/** Rules outlive the service worker: those of an earlier one are in nobody's use. */
const cleared = clear()

/**
 * Has the browser set the referrer of the inference host's requests for one address. A page's own requests stay as they
 * are.
 * @returns the rule's number, to be given to `returnReferrer`
 */
export async function lendReferrer(url: string, referrer: string): Promise<number> {
  await cleared
  // Drawn by lot, so that a service worker that starts anew needs to know nothing of the one before.
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
      initiatorDomains: [browser.runtime.id],
      resourceTypes: ['xmlhttprequest' as const],
      tabIds: [browser.tabs.TAB_ID_NONE],
    },
  }
  await browser.declarativeNetRequest.updateSessionRules({ addRules: [rule] })
  setTimeout(() => void returnReferrer(id), LONGEST)
  return id
}

/** Takes a rule away. */
export async function returnReferrer(id: number): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [id] })
}

async function clear(): Promise<void> {
  const rules = await browser.declarativeNetRequest.getSessionRules()
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) })
}
