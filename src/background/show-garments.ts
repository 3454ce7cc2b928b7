import browser from 'webextension-polyfill'
import { language } from '../i18n/language.ts'
import { text } from '../i18n/text.ts'

/** More would not fit on the button. */
const MOST = 99
/** White on it has a contrast of 5.9. */
const COLOUR = '#0b7266'

/**
 * Puts the number of garments on the sender's page on the extension's button. All its frames are asked each time, so that
 * nobody has to remember what each has said.
 */
export async function showGarments({ tab, frameId = 0 }: browser.Runtime.MessageSender): Promise<void> {
  const tabId = tab?.id
  if (tabId === undefined) return
  // A page that is not switched on itself may have a frame that is.
  const counts = await countIn({ tabId, allFrames: true })
    .catch(() => countIn({ tabId, frameIds: [frameId] }))
    // The tab is elsewhere by now.
    .catch(() => [])
  const total = counts.reduce((sum, count) => sum + count, 0)
  const words = (count: number) => count.toLocaleString(language())
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: total === 0 ? '' : total > MOST ? `${words(MOST)}+` : words(total) }),
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
    // Until there is a variable of ours, an element with that id would answer to its name.
    func: () => (Object.hasOwn(globalThis, 'apparelLensGarments') ? (globalThis.apparelLensGarments?.() ?? 0) : 0),
  })
  return frames.map(({ result }) => Number(result ?? 0))
}
