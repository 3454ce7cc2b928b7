import sharp, { type Sharp } from 'sharp'
import { eventually } from '../drive/eventually.ts'
import { launchFirefox } from '../firefox/launch.ts'
import { FIREFOX_ID } from '../firefox/manifest.ts'
import { readFirefoxOverlay } from '../firefox/overlay.ts'
import { switchOnInFirefox } from '../firefox/popup.ts'
import { runPrivileged } from '../firefox/privileged.ts'

/** What this file uses of Firefox's own window, in which its functions run. */
declare const CustomizableUI: { AREA_NAVBAR: string; addWidgetToArea(widget: string, area: string): void }
declare const gBrowser: { selectedBrowser: Element; selectedTab: object; removeAllTabsBut(tab: object): void }
declare const browsingContext: {
  currentWindowGlobal: { drawSnapshot(rect: DOMRect, scale: number, ground: string): Promise<ImageBitmap> }
}

/** The size that the stores ask for, in pixels. */
const SIZE = { width: 1280, height: 800 }
/** How long no further badge must appear. */
const QUIET_MS = 3000

/**
 * Takes a screenshot of a Firefox window on the shop, with badges and their number on the extension's button.
 * @param host name that Firefox shows for the shop
 */
export async function firefoxWindow(shopUrl: string, host: string): Promise<Sharp> {
  const launched = await launchFirefox({
    headless: true,
    preferences: {
      // Asks the shop's server for whatever host: Firefox cannot be told the address of one.
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': Number(new URL(shopUrl).port),
    },
  })
  const { browser } = launched
  try {
    const shop = await browser.newPage()
    await shop.setViewport(null)
    await shop.goto(`http://${host}/`)
    // The welcome page may have come in front.
    await shop.bringToFront()
    await runPrivileged(browser, prepareWindow, `${FIREFOX_ID.replace('@', '_')}-browser-action`, SIZE)
    await switchOnInFirefox(launched, shop)
    let before = 0
    let quietSince = performance.now()
    await eventually(
      async () => {
        const { length } = await readFirefoxOverlay(browser, shop.url(), '.badge')
        if (length !== before) quietSince = performance.now()
        before = length
        return length
      },
      length => length > 0 && performance.now() - quietSince > QUIET_MS,
    )
    const { window, left, top } = await runPrivileged(browser, captureWindow)
    // Taken by itself, because the window's capture leaves out what is translucent in the page.
    const page = { input: Buffer.from(await shop.screenshot()), left, top }
    const composed = sharp(Buffer.from(window, 'base64')).composite([page])
    return sharp(await composed.png().toBuffer()).removeAlpha()
  } finally {
    await browser.close()
  }
}

/** Shows the shop alone, with the extension's button beside the address, and no sign of a program's control or a missing certificate. */
async function prepareWindow(button: string, { width, height }: typeof SIZE): Promise<void> {
  document.documentElement.removeAttribute('remotecontrol')
  // Real shops have a certificate.
  document.getElementById('trust-icon-container')?.remove()
  gBrowser.removeAllTabsBut(gBrowser.selectedTab)
  CustomizableUI.addWidgetToArea(button, CustomizableUI.AREA_NAVBAR)
  const isResized = new Promise(resolve => addEventListener('resize', resolve, { once: true }))
  resizeTo(width, height)
  if (innerWidth !== width || innerHeight !== height) await isResized
}

/** @returns a PNG of the window in base64, and where the page is in it, in pixels */
async function captureWindow(): Promise<{ window: string; left: number; top: number }> {
  const all = new DOMRect(0, 0, innerWidth, innerHeight)
  const bitmap = await browsingContext.currentWindowGlobal.drawSnapshot(all, 1, 'white')
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas') as HTMLCanvasElement
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect()
  return { window: canvas.toDataURL().split(',')[1] ?? '', left: Math.round(left), top: Math.round(top) }
}
