import { popupUrl } from '../../scripts/drive/popup.ts'
import type { HistoryBench } from './open-bench.ts'

/** Opens the popup several times. @returns milliseconds from each opening to the frame with usable tags */
export async function popupTimes({ browser, extensionId }: HistoryBench, rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const popup = await browser.newPage()
    await popup.evaluateOnNewDocument('globalThis.__name = named => named')
    await popup.evaluateOnNewDocument(watchForRows)
    await popup.goto(popupUrl(extensionId))
    times.push(await popup.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown))
    await popup.close()
  }
  return times
}

/** Runs in the popup. Its buttons work as soon as they exist. */
function watchForRows(): void {
  const shown = new Promise<number>(resolve => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.tags li button')) return
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(resolve))
    }).observe(document, { childList: true, subtree: true })
  })
  Object.assign(globalThis, { shown })
}
