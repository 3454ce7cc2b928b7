import type { Page } from 'puppeteer'
import type { PictureReport } from '../../src/page/features/report/picture-report.ts'

/** One frame's report about its pictures. */
export interface FrameReport {
  /** `window.name`; '' for the page itself. */
  name: string
  pictures: PictureReport[]
}

/**
 * Asks a page's content scripts for the state of its pictures.
 * @param own any page of the extension
 * @param url address of the page
 */
export async function readReports(own: Page, url: string): Promise<FrameReport[]> {
  return own.evaluate(async url => {
    const tabs = await chrome.tabs.query({})
    const tabId = tabs.find(tab => tab.url === url)?.id ?? chrome.tabs.TAB_ID_NONE
    const target = { tabId, allFrames: true }
    await chrome.scripting.executeScript({ target, files: ['src/page/report-script.js'] })
    const frames = await chrome.scripting.executeScript({ target, func: () => window.name })
    return Promise.all(
      frames.map(async ({ frameId, result }) => {
        const message = { to: 'page', type: 'report' }
        const pictures = await chrome.tabs.sendMessage(tabId, message, { frameId }).catch(() => [])
        // Nobody answers where pictures are not badged.
        return { name: String(result), pictures: pictures ?? [] }
      }),
    )
  }, url)
}
