/** `npm run screenshots`: takes the screenshots and the tile for the stores and the README, on the demo shop. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { emojiShelves } from './demo-shop/emoji-shelves.ts'
import { openDemoShop } from './demo-shop/server.ts'
import { launch } from './drive/launch.ts'
import { root } from './paths.ts'
import { openGallery } from './screenshots/gallery.ts'
import { otherColours } from './screenshots/other-colours.ts'
import { scenes } from './screenshots/scenes.ts'
import { drawTile } from './screenshots/tile.ts'

const store = join(root, 'store')
const folder = join(store, 'screenshots')

await build({ logLevel: 'error' })
await mkdir(folder, { recursive: true })
const shop = await openDemoShop([...emojiShelves, await otherColours()])
const { port } = new URL(shop.url)
// A host name, as shops have one; otherwise the port would be in every screenshot.
const launched = await launch({
  headless: true,
  args: [`--host-resolver-rules=MAP larchandloom.example:80 127.0.0.1:${port}`],
})
try {
  const gallery = await openGallery(launched, 'http://larchandloom.example/')
  for (const [i, [name, take]] of Object.entries(scenes).entries()) {
    const picture = await (await take(gallery)).jpeg({ quality: 90, chromaSubsampling: '4:4:4', mozjpeg: true })
    const { size } = await picture.toFile(join(folder, `${i + 1}-${name}.jpg`))
    console.log(`store/screenshots/${i + 1}-${name}.jpg, ${Math.round(size / 1000)} kB`)
  }
  const { size } = await (await drawTile()).png({ compressionLevel: 9 }).toFile(join(store, 'tile.png'))
  console.log(`store/tile.png, ${Math.round(size / 1000)} kB`)
} finally {
  await launched.browser.close()
  shop.close()
}
