/** `npm run screenshots`: takes the screenshots and the tile for the stores and the README, on the demo shop. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sharp } from 'sharp'
import { buildFor } from './build/build-for.ts'
import { emojiShelves } from './demo-shop/emoji-shelves.ts'
import { openDemoShop } from './demo-shop/server.ts'
import { launch } from './drive/launch.ts'
import { root } from './paths.ts'
import { firefoxWindow } from './screenshots/firefox-window.ts'
import { openGallery } from './screenshots/gallery.ts'
import { looksShelf } from './screenshots/looks.ts'
import { otherColours } from './screenshots/other-colours.ts'
import { scenes } from './screenshots/scenes.ts'
import { drawTile } from './screenshots/tile.ts'

const store = join(root, 'store')
/** A host name, as shops have one; otherwise the port would be in every screenshot. */
const HOST = 'larchandloom.example'

await buildFor('firefox', { logLevel: 'error' })
await buildFor('chromium', { logLevel: 'error' })
for (const folder of ['screenshots', 'firefox']) await mkdir(join(store, folder), { recursive: true })
const shop = await openDemoShop([...emojiShelves, await otherColours(), await looksShelf()])
const { port } = new URL(shop.url)
const launched = await launch({
  headless: true,
  args: [`--host-resolver-rules=MAP ${HOST}:80 127.0.0.1:${port}`],
})
try {
  const gallery = await openGallery(launched, `http://${HOST}/`)
  for (const [i, [name, take]] of Object.entries(scenes).entries()) {
    await save(await take(gallery), `screenshots/${i + 1}-${name}.jpg`)
  }
  await save(await firefoxWindow(shop.url, HOST), 'firefox/badges.jpg')
  const { size } = await (await drawTile()).png({ compressionLevel: 9 }).toFile(join(store, 'tile.png'))
  console.log(`store/tile.png, ${Math.round(size / 1000)} kB`)
} finally {
  await launched.browser.close()
  shop.close()
}

/** Saves a screenshot. @param name its path in `store/` */
async function save(picture: Sharp, name: string): Promise<void> {
  const file = picture.jpeg({ quality: 90, chromaSubsampling: '4:4:4', mozjpeg: true })
  const { size } = await file.toFile(join(store, name))
  console.log(`store/${name}, ${Math.round(size / 1000)} kB`)
}
