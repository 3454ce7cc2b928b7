/**
 * The document in which the inference host runs: a frame of the event page. Firefox has no offscreen documents, but its event page is a
 * document.
 */
import browser from 'webextension-polyfill'

/**
 * Firefox stops an event page that has neither received an event nor called an API for 30 s. Calls from frames and messages on
 * Ports do not count.
 */
const KEEP_ALIVE_MS = 20_000

let frame: HTMLIFrameElement | undefined

/**
 * Keeps the event page alive for as long as the document exists. The host closes it when it has been idle for long.
 * @param url of the page, relative to the extension's root
 */
export async function createHostDocument(url: string): Promise<void> {
  const created = document.createElement('iframe')
  created.src = browser.runtime.getURL(url)
  const isLoaded = new Promise(resolve => created.addEventListener('load', resolve, { once: true }))
  document.body.append(created)
  frame = created
  const timer = setInterval(() => {
    if (created.isConnected) void browser.runtime.getPlatformInfo()
    else clearInterval(timer)
  }, KEEP_ALIVE_MS)
  await isLoaded
}

/** Whether it exists. */
export async function hasHostDocument(): Promise<boolean> {
  return frame?.isConnected ?? false
}

/** Closes it. */
export async function closeHostDocument(): Promise<void> {
  frame?.remove()
}
