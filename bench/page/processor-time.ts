import type { Browser } from 'puppeteer'

/**
 * Measures the processor time of all processes of a browser during some work. A process that ends meanwhile does not count.
 * @returns milliseconds
 */
export async function processorTimeOf(browser: Browser, work: () => Promise<unknown>): Promise<number> {
  const session = await browser.target().createCDPSession()
  const read = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    return new Map(processInfo.map(({ id, cpuTime }) => [id, cpuTime * 1000]))
  }
  const before = await read()
  await work()
  const after = await read()
  await session.detach()
  return [...after].reduce((sum, [id, time]) => sum + time - (before.get(id) ?? 0), 0)
}
