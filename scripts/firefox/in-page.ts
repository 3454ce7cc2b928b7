import type { Browser } from 'puppeteer'
import type { FirefoxWindow, FrameLoaderOwner } from './globals.ts'
import { inBrowser, runPrivileged } from './privileged.ts'

/**
 * Runs a function in a page with the browser's own rights, which see closed shadow roots, and in the extension's popup, which puppeteer
 * does not see.
 * @param url of the page, or its beginning
 * @param work must not use anything from outside. It gets the page's window. Its arguments and its result travel as JSON
 * @throws Error if no such page is open, or the function throws
 */
export async function runInPage<Args extends unknown[], Result>(
  browser: Browser,
  url: string,
  work: (window: Window & typeof globalThis, ...args: Args) => Result | Promise<Result>,
  ...args: Args
): Promise<Result> {
  const { value, error } = await runPrivileged(browser, ask, url, inBrowser(work), JSON.stringify(args))
  if (error !== undefined) throw new Error(error)
  return (value === undefined ? undefined : JSON.parse(value)) as Result
}

/**
 * Runs in Firefox's own window. The popup loads in a browser element that Firefox replaces when it shows the popup; a script that is
 * loaded into the first one would never reply.
 */
function ask(url: string, code: string, args: string): Promise<{ value?: string; error?: string }> {
  const { Services } = globalThis as unknown as FirefoxWindow
  const pages = [...Services.wm.getEnumerator('navigator:browser')].flatMap(({ gBrowser, document }) => [
    ...document.querySelectorAll<FrameLoaderOwner>('.webextension-popup-browser:not(.webextension-preload-browser)'),
    ...Array.from(gBrowser.tabs, tab => tab.linkedBrowser),
  ])
  const page = pages.find(browser => browser.currentURI.spec.startsWith(url))
  if (!page) return Promise.resolve({ error: `No page of ${url} is open.` })
  const name = `run-in-page-${Math.random()}`
  const script = `(async () => {
    const reply = await (async () => ({ value: JSON.stringify(await (${code})(content, ...${args})) }))()
      .catch(error => ({ error: String(error) }))
    sendAsyncMessage(${JSON.stringify(name)}, JSON.stringify(reply))
  })()`
  return new Promise(resolve => {
    const { messageManager } = page
    const disconnected = 'message-manager-disconnect'
    const onDisconnect = (manager: object) => {
      if (manager === messageManager) settle({ error: `The page of ${url} was closed.` })
    }
    const settle = (reply: { value?: string; error?: string }) => {
      Services.obs.removeObserver(onDisconnect, disconnected)
      resolve(reply)
    }
    Services.obs.addObserver(onDisconnect, disconnected)
    messageManager.addMessageListener(name, ({ data }) => settle(JSON.parse(data)))
    messageManager.loadFrameScript(`data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`, false)
  })
}
