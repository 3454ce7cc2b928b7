import type { Browser } from 'puppeteer'
import { runPrivileged } from '../../scripts/firefox/privileged.ts'
import { privateMemory } from '../parts/process-memory.ts'

/** What this file uses of Firefox's own window. */
declare const ChromeUtils: { requestProcInfo(): Promise<{ children: { type: string; pid: number }[] }> }

/** Private memory in MB of Firefox's process for extensions, which Firefox's own extensions share. */
export async function extensionProcessMemory(browser: Browser): Promise<number> {
  const pid = await runPrivileged(browser, async () => {
    const { children } = await ChromeUtils.requestProcInfo()
    return children.find(({ type }) => type === 'extension')?.pid ?? 0
  })
  return privateMemory({ pid: String(pid) })
}
