/**
 * `npm run bench:firefox`: what the extension costs in Firefox against Chromium, both in one run, and the memory of Firefox's
 * background process. Writes the figures to bench/firefox.md. `-- parts` prints what the content script's time goes to.
 */
import { writeFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'puppeteer'
import { askHost } from '../scripts/drive/ask-host.ts'
import { costOf } from '../scripts/drive/trace.ts'
import { type Figure, rowOf, withoutBar } from './figure.ts'
import { type ExtensionMemory, emptyExtensionMemory, extensionProcessMemory } from './firefox/memory.ts'
import { openFirefoxBench } from './firefox/open-firefox-bench.ts'
import { type ScriptCost, scriptCostOf } from './firefox/script-cost.ts'
import { median } from './median.ts'
import { followAnswers } from './page/answered.ts'
import { pictureAt } from './page/bench-shop.ts'
import { withBench } from './page/open-bench.ts'
import { shelfPage } from './page/shelf-page.ts'
import { machine } from './report/machine.ts'

const ROUNDS = 3
const COUNT = 1000
/** Enough for the pictures on screen, those near it, and some of the rest. */
const ANSWERS = 150
const HOST_COUNT = 100
const RATIO_BAR = 1.3
const MEMORY_BAR_MB = 150
const MEMORY_NOTE = `The memory in use is the process's private memory without the pages that Firefox has marked as free (\`LazyFree\` in
\`smaps_rollup\`). Linux counts those as private until it needs them, and until 29 November this table did too: the sum of both figures
is what it called the memory, 182 MB.`
/** After the last picture, enough for the host's workers to close and for garbage to be collected. */
const REST_MS = 40_000

/** Milliseconds of each round. */
type Times = Record<'chromium' | 'firefox', number[]>

await withBench(async chromium => {
  const { shop } = chromium
  const firefox = await openFirefoxBench(shop)
  const costs: Times & { last?: ScriptCost } = { chromium: [], firefox: [] }
  const host: Times = { chromium: [], firefox: [] }
  const network: Times = { chromium: [], firefox: [] }
  try {
    // In turns, so that a slow minute affects both. The first round includes what browsers compile once.
    for (let round = 0; round <= ROUNDS; round++) {
      const inChromium = await chromiumCost()
      const inFirefox = await firefoxCost()
      costs.last = inFirefox
      const [hostInChromium, hostInFirefox] = [await hostTime(chromium.own), await hostTime(firefox.own)]
      if (process.argv.includes('parts'))
        console.log(
          `${inFirefox.total.toFixed(0)} and ${inChromium.toFixed(0)} ms; ${hostInFirefox.whole.toFixed(1)} and ${hostInChromium.whole.toFixed(1)} ms`,
        )
      if (round === 0) continue
      costs.chromium.push(inChromium)
      costs.firefox.push(inFirefox.total)
      host.chromium.push(hostInChromium.whole)
      host.firefox.push(hostInFirefox.whole)
      network.chromium.push(hostInChromium.network)
      network.firefox.push(hostInFirefox.network)
    }
    const [empty] = await Promise.all([emptyExtensionMemory(REST_MS), pause(REST_MS)])
    const atRest = await extensionProcessMemory(firefox.browser)
    const figures: Figure[] = [
      compared(`content script on ${COUNT} pictures, processor time of the main thread`, costs, 0),
      compared('host, from the request to the answer, a picture', host, 1),
      withoutBar(compared('of which its network takes', network, 1)),
      {
        what: 'memory of the background process at rest, network loaded',
        seen: `${inWords(atRest)}; of an extension that does nothing ${inWords(empty)}`,
        bar: `≤ ${MEMORY_BAR_MB} MB`,
        // Linux counts both as private, so both count here.
        isMet: atRest.inUse + atRest.givenBack <= MEMORY_BAR_MB,
      },
    ]
    const where = `${machine}, ${platform()}, ${await chromium.browser.version()}, ${await firefox.browser.version()}, headless, no GPU.`
    const table = ['| what | seen | bar | |', '|---|---|---|---|', ...figures.map(rowOf)].join('\n')
    console.log(table)
    if (process.argv.includes('parts'))
      console.log(costs.last?.parts.map(([name, time]) => `${time.toFixed(1)} ms ${name}`).join('\n'))
    await writeFile(
      new URL('firefox.md', import.meta.url),
      `# Firefox against Chromium\n\nWritten by \`npm run bench:firefox\`; see [firefox.ts](firefox.ts). Medians of ${ROUNDS} rounds in turns.\n\n${where}\n\n${table}\n\n${MEMORY_NOTE}\n`,
    )
  } finally {
    await firefox.browser.close()
  }

  async function chromiumCost(): Promise<number> {
    const address = shop.page(shelfPage(shop.fresh(COUNT), COUNT))
    const answers = await followAnswers(chromium.own)
    const page = await chromium.browser.newPage()
    const { total } = await costOf(page, () => answered(page, address, answers))
    await page.close()
    return total
  }

  async function firefoxCost(): Promise<ScriptCost> {
    const address = shop.page(shelfPage(shop.fresh(COUNT), COUNT))
    const answers = await followAnswers(firefox.own)
    const page = await firefox.browser.newPage()
    const cost = await scriptCostOf(firefox.browser, () => answered(page, address, answers))
    await page.close()
    return cost
  }

  async function answered(page: Page, address: string, answers: Awaited<ReturnType<typeof followAnswers>>) {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 120_000 })
    await answers.until(ANSWERS)
  }

  /** Milliseconds a picture, over new pictures of the shop. */
  async function hostTime(own: Page): Promise<{ whole: number; network: number }> {
    const first = shop.fresh(HOST_COUNT)
    const urls = Array.from({ length: HOST_COUNT }, (_, i) => shop.origin + pictureAt(first + i))
    const start = performance.now()
    const answers = await askHost(own, urls)
    const whole = (performance.now() - start) / HOST_COUNT
    return { whole, network: median(answers.flatMap(answer => ('milliseconds' in answer ? answer.milliseconds : []))) }
  }
})

function inWords({ inUse, givenBack }: ExtensionMemory): string {
  return `${inUse.toFixed(0)} MB in use, ${givenBack.toFixed(0)} MB given back`
}

function compared(what: string, { chromium, firefox }: Times, digits: number): Figure {
  const ratio = median(firefox) / median(chromium)
  return {
    what,
    seen: `${median(firefox).toFixed(digits)} ms, Chromium ${median(chromium).toFixed(digits)} ms: ${ratio.toFixed(2)} ×`,
    bar: `≤ ${RATIO_BAR} ×`,
    isMet: ratio <= RATIO_BAR,
  }
}
