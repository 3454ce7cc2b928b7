import { copyFileSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eventually } from '../../scripts/drive/eventually.ts'
import { startBrowser } from '../../scripts/drive/launch.ts'
import { benchDist, out } from '../../scripts/paths.ts'
import { type Contender, fetchFrom, openPage } from './contender.ts'
import type { PhotoShop } from './photo-shop.ts'

const WARM_UP_COUNT = 12
const POLL_MS = 100
/** A peer that fails answers nothing, ever. */
const TIMEOUT_MS = 120_000
const folder = join(out, 'peer')

/** A browser with the peer of `bench/peers/page`, warmed up. The peers must be installed. */
export async function openPeer(shop: PhotoShop): Promise<Contender> {
  cpSync(fileURLToPath(new URL('../peers/page', import.meta.url)), folder, { recursive: true })
  cpSync(join(benchDist, 'peers/litert'), join(folder, 'litert'), { recursive: true })
  copyFileSync(join(benchDist, 'peers/litert.js'), join(folder, 'litert.js'))
  copyFileSync(join(benchDist, 'peers/models/1.int8.tflite'), join(folder, 'model.tflite'))
  const browser = await startBrowser({ headless: true, followRequests: false }, [folder])
  const page = await openPage(browser, shop.shelf(shop.fresh(WARM_UP_COUNT), WARM_UP_COUNT))
  const target = await browser.waitForTarget(target => target.url().endsWith('/offscreen.html'))
  const host = await target.asPage()
  const answers = (since: number) => host.evaluate(since => globalThis.answeredAt.filter(time => time >= since), since)
  const until = async (count: number, since: number) => {
    const times = await eventually(
      () => answers(since),
      times => times.length >= count,
      TIMEOUT_MS,
      POLL_MS,
    )
    return times.sort((a, b) => a - b)
  }
  await until(WARM_UP_COUNT, 0)
  await page.close()
  const own = await openPage(browser, new URL('manifest.json', target.url()).href)
  return {
    browser,
    warm: urls => fetchFrom(own, urls),
    follow: async () => {
      const since = Date.now()
      return count => until(count, since)
    },
    workers: async () => new Map(),
  }
}

declare global {
  var answeredAt: number[]
}
