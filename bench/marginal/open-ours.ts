import { overlaySelector } from '../../scripts/drive/in-overlay.ts'
import { launch } from '../../scripts/drive/launch.ts'
import { switchOn } from '../../scripts/drive/popup.ts'
import { followAnswers } from '../page/answered.ts'
import { type Contender, fetchFrom, openPage } from './contender.ts'
import { namedWorkers } from './named-workers.ts'
import type { PhotoShop } from './photo-shop.ts'

const WARM_UP_COUNT = 12

/** A browser with our extension, switched on for the shop and warmed up. @param extension folder of a build for benchmarks */
export async function openOurs(shop: PhotoShop, extension: string): Promise<Contender> {
  const launched = await launch({ headless: true, extension, followRequests: false })
  const { browser, extensionId, welcome } = launched
  await welcome?.close()
  const page = await openPage(browser, shop.shelf(shop.fresh(WARM_UP_COUNT), WARM_UP_COUNT))
  await switchOn(launched, page)
  await page.waitForSelector(overlaySelector)
  await page.close()
  const own = await openPage(browser, `chrome-extension://${extensionId}/bench/network/index.html`)
  return {
    browser,
    warm: urls => fetchFrom(own, urls),
    follow: async () => {
      const answers = await followAnswers(own)
      return count => answers.until(count)
    },
    workers: () => namedWorkers(browser),
    stagesOf: url => own.evaluate(url => globalThis.stagesOf(url), url),
  }
}
