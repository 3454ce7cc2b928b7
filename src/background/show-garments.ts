import browser from 'webextension-polyfill'
import { language } from '../i18n/language.ts'
import { text } from '../i18n/text.ts'

/** A larger number does not fit on the button. */
const MAX_SHOWN = 99
/** White text on it has a contrast of 5.9. */
const COLOUR = '#0b7266'

/**
 * Shows the number of garments on the sender's page on the extension's button. Counts all frames each time, so that no state
 * has to be kept.
 */
export async function showGarments({ tab, frameId = 0 }: browser.Runtime.MessageSender): Promise<void> {
  const tabId = tab?.id
  if (tabId === undefined) return
  // A page that the extension may not access can have a frame that it may.
  const counts = await countIn({ tabId, allFrames: true })
    .catch(() => countIn({ tabId, frameIds: [frameId] }))
    // The tab has navigated by now.
    .catch(() => [])
  const total = counts.reduce((sum, count) => sum + count, 0)
  const words = (count: number) => count.toLocaleString(language())
  await Promise.all([
    browser.action.setBadgeText({
      tabId,
      text: total === 0 ? '' : total > MAX_SHOWN ? `${words(MAX_SHOWN)}+` : words(total),
    }),
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({
      tabId,
      title: total === 0 ? text('name') : text('action_garments', text('name'), words(total)),
    }),
  ])
}

async function countIn(target: browser.Scripting.InjectionTarget): Promise<number[]> {
  const frames = await browser.scripting.executeScript({
    target,
    // Before our script defines the variable, its name would resolve to an element of the page with that id.
    func: () => (Object.hasOwn(globalThis, 'apparelLensGarments') ? (globalThis.apparelLensGarments?.() ?? 0) : 0),
  })
  return frames.map(({ result }) => Number(result ?? 0))
}
