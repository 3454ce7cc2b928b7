/**
 * `npm run dev`: the extension in a browser of its own, built and reloaded at each change. A change of manifest.json,
 * vite.config.ts or of what they import needs a new start.
 */
import { parseArgs } from 'node:util'
import { emojiShelves } from './demo-shop/emoji-shelves.ts'
import { openDemoShop } from './demo-shop/server.ts'
import { openDevelopment } from './dev/open-development.ts'
import { root } from './paths.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { headless: { type: 'boolean' } } })
const shop = await openDemoShop(emojiShelves)
try {
  console.log('Building the extension …')
  const { launched, stop } = await openDevelopment({
    root,
    url: positionals[0] ?? shop.url,
    headless: values.headless ?? false,
    onReload: milliseconds => console.log(`Reloaded ${milliseconds} ms after the change was saved.`),
    onError: error => console.error(error.message),
  })
  console.log('Badges are on. Change a file in src or public to see it. Close the browser to end.')
  await new Promise(resolve => launched.browser.once('disconnected', resolve))
  await stop()
} finally {
  shop.close()
}
