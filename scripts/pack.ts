/** `npm run pack`: builds the extension, packs it for the Web Store, and prints the sizes. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { contentScriptSize, packDist } from './packed.ts'
import { out } from './paths.ts'

await build({ logLevel: 'warn' })
const zip = await packDist()
const path = join(out, 'apparel-lens.zip')
await mkdir(out, { recursive: true })
await writeFile(path, zip)
console.log(`content script  ${kilobytes(await contentScriptSize())}`)
console.log(`package         ${kilobytes(zip.length)}  ${path}`)

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(10)
}
