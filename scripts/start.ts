/** `npm start`: opens the extension in a new browser, on the demo shop or on a given page. */
import { parseArgs } from 'node:util'
import { type BrowserName, browserNamed, buildFor } from './build/build-for.ts'
import { emojiShelves } from './demo-shop/emoji-shelves.ts'
import { photoShelves } from './demo-shop/photo-shelves.ts'
import { openDemoShop } from './demo-shop/server.ts'
import { report } from './show/report.ts'
import { showInChromium } from './show/show-in-chromium.ts'
import { showInFirefox } from './show/show-in-firefox.ts'
import type { Shown } from './show/shown.ts'

const usage = `npm start                      the demo shop
npm start -- --photos DIR      the demo shop, filled from a folder: DIR/<class>/* or DIR/*
npm start -- https://a.shop    a page of your own
npm start -- --browser firefox the same in Firefox
npm start -- --headless        without a window: prints what was seen and saves a picture of the page`

const show: Record<BrowserName, (url: string, headless: boolean) => Promise<Shown>> = {
  chromium: showInChromium,
  firefox: showInFirefox,
}

async function start(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string', default: 'chromium' },
      headless: { type: 'boolean' },
      photos: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(usage)
  const browser = browserNamed(values.browser)
  const headless = values.headless ?? !hasDisplay()
  const [address] = positionals
  if (address && !/^https?:/.test(address)) throw new Error(`${address} is not a web address. Write https://${address}`)
  const shelves = values.photos ? photoShelves(values.photos) : emojiShelves
  console.log('Building the extension …')
  await buildFor(browser, { logLevel: 'warn' })
  const shop = address ? undefined : await openDemoShop(shelves)
  const url = shop?.url ?? String(address)
  try {
    const shown = await show[browser](url, headless)
    try {
      if (headless) return await report(shown)
      await shown.switchOn()
      console.log(`Badges are on for ${new URL(url).origin}. Close the browser to end.`)
      await shown.closed
    } finally {
      await shown.close()
    }
  } finally {
    shop?.close()
  }
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

start().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
