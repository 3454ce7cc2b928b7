/** `npm start`: opens the extension in a new browser, on the demo shop or on a given page. */
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { emojiShelves } from './demo-shop/emoji-shelves.ts'
import { photoShelves } from './demo-shop/photo-shelves.ts'
import { openDemoShop } from './demo-shop/server.ts'
import { launch } from './drive/launch.ts'
import { switchOn } from './drive/popup.ts'
import { report } from './report.ts'

const usage = `npm start                      the demo shop
npm start -- --photos DIR      the demo shop, filled from a folder: DIR/<class>/* or DIR/*
npm start -- https://a.shop    a page of your own
npm start -- --headless        without a window: prints what was seen and saves a picture of the page`

async function start(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { headless: { type: 'boolean' }, photos: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) return console.log(usage)
  const headless = values.headless ?? !hasDisplay()
  const [address] = positionals
  if (address && !/^https?:/.test(address)) throw new Error(`${address} is not a web address. Write https://${address}`)
  const shelves = values.photos ? photoShelves(values.photos) : emojiShelves
  console.log('Building the extension …')
  await build({ logLevel: 'warn' })
  const shop = address ? undefined : await openDemoShop(shelves)
  const url = shop?.url ?? String(address)
  try {
    const launched = await launch({ headless })
    try {
      const page = (await launched.browser.pages())[0] ?? (await launched.browser.newPage())
      await page.goto(url)
      // The extension opens its welcome page once it is installed; stay in front of it.
      await page.bringToFront()
      if (headless) return await report(launched, page)
      await switchOn(launched, page)
      console.log(`Badges are on for ${new URL(url).origin}. Close the browser to end.`)
      await new Promise(resolve => launched.browser.once('disconnected', resolve))
    } finally {
      await launched.browser.close()
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
