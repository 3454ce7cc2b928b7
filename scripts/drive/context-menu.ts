import type { Page, Target, WebWorker } from 'puppeteer'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { eventually, PATIENCE_MS } from './eventually.ts'
import type { Launched } from './launch.ts'
import { readCard } from './overlay.ts'
import { openPopup } from './popup.ts'
import { readStage } from './stage.ts'

/** The extension's running service worker, once its listeners are registered. The caller wakes it. */
export async function serviceWorker(launched: Launched): Promise<WebWorker> {
  const worker = await (await serviceWorkerTarget(launched)).worker()
  if (!worker) throw new Error('The service worker cannot be reached.')
  // The worker is reachable before its script has run.
  await eventually(
    () => worker.evaluate(() => chrome.contextMenus.onClicked.hasListeners()),
    isListening => isListening,
  )
  return worker
}

/** Kills the service worker, as the browser does when it idles. Resolves when it is gone. */
export async function killServiceWorker(launched: Launched): Promise<void> {
  const target = await serviceWorkerTarget(launched)
  const worker = await target.worker()
  // Other targets, such as a popup that just closed, do not count.
  const gone = new Promise<void>(resolve =>
    launched.browser.on('targetdestroyed', destroyed => destroyed === target && resolve()),
  )
  await worker?.close()
  await gone
}

function serviceWorkerTarget({ browser, extensionId }: Launched): Promise<Target> {
  return browser.waitForTarget(
    target => target.type() === 'service_worker' && new URL(target.url()).host === extensionId,
    { timeout: PATIENCE_MS },
  )
}

/**
 * Chooses "What garment is this?" in the context menu of a picture.
 * @param place `frame` if the picture is in the page's first frame
 */
export async function choose(
  launched: Launched,
  page: Page,
  srcUrl: string,
  place: 'page' | 'frame' = 'page',
): Promise<void> {
  await clickMenu(launched, page, { menuItemId: 'ask', srcUrl, mediaType: 'image' }, place)
}

/** Chooses the entry for places where the browser finds no image, at the page's last right click. */
export async function chooseHere(launched: Launched, page: Page): Promise<void> {
  await clickMenu(launched, page, { menuItemId: 'ask-here' }, 'page')
}

/** Chooses "Mark a region…" in the context menu of a page. */
export async function chooseRegion(launched: Launched, page: Page): Promise<void> {
  await clickMenu(launched, page, { menuItemId: 'mark' }, 'page')
  await page.bringToFront()
  await eventually(
    () => readStage(page),
    ({ hint }) => hint !== '',
  )
}

/** Presses a shortcut of the extension. Puppeteer cannot, so this dispatches the event that the browser sends. */
export async function pressShortcut(launched: Launched, name: string): Promise<void> {
  const worker = await serviceWorker(launched)
  await worker.evaluate(async name => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
    const pressed = chrome.commands.onCommand as unknown as { dispatch(name: string, tab: object | undefined): void }
    pressed.dispatch(name, tab)
  }, name)
}

/** Chooses "Follow this video" in the context menu, at the page's last right click or else for the video that shows most. */
export async function followVideo(launched: Launched, page: Page): Promise<void> {
  await clickMenu(launched, page, { menuItemId: 'follow' }, 'page')
  await page.bringToFront()
}

/**
 * Puppeteer cannot click the browser's context menu. Opening the popup grants `activeTab` instead of the menu click, and this
 * dispatches the menu's event.
 */
export async function clickMenu(
  launched: Launched,
  page: Page,
  info: { menuItemId: string; srcUrl?: string; mediaType?: string },
  place: 'page' | 'frame',
): Promise<void> {
  const popup = await openPopup(launched, page)
  const worker = await serviceWorker(launched)
  await popup.close()
  await worker.evaluate(
    async (info, pageUrl, isInFrame) => {
      const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
      const target = { tabId: tab?.id ?? chrome.tabs.TAB_ID_NONE, allFrames: true }
      const frames = isInFrame ? await chrome.scripting.executeScript({ target, func: () => {} }) : []
      const frameId = frames.map(frame => frame.frameId).find(id => id !== 0) ?? 0
      const clicked = chrome.contextMenus.onClicked as unknown as {
        dispatch(info: object, tab: object | undefined): void
      }
      clicked.dispatch({ ...info, pageUrl, frameId, editable: false }, tab)
    },
    info,
    page.url(),
    place === 'frame',
  )
}

/** The final text of the page's answer card. Brings the page to the front, because a hidden page lays out no card. */
export async function answerOf(page: Page): Promise<string> {
  await page.bringToFront()
  return eventually(
    () => readCard(page),
    card => card !== '' && card !== messages.answer_looking.message,
  )
}
