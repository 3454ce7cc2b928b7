import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'puppeteer'
import { launchFirefox } from '../../scripts/firefox/launch.ts'
import { runPrivileged } from '../../scripts/firefox/privileged.ts'
import { givenBackMemory, privateMemory } from '../parts/process-memory.ts'

/** What this file uses of Firefox's own window. */
declare const ChromeUtils: { requestProcInfo(): Promise<{ children: { type: string; pid: number }[] }> }

/** Private memory of Firefox's process for extensions, which Firefox's own extensions share; MB. */
export interface ExtensionMemory {
  inUse: number
  /** What Firefox has freed and the system has not taken yet, because nobody else needs it. */
  givenBack: number
}

export async function extensionProcessMemory(browser: Browser): Promise<ExtensionMemory> {
  const id = await runPrivileged(browser, async () => {
    const { children } = await ChromeUtils.requestProcInfo()
    return children.find(({ type }) => type === 'extension')?.pid ?? 0
  })
  const process = { pid: String(id) }
  const givenBack = await givenBackMemory(process)
  return { inUse: (await privateMemory(process)) - givenBack, givenBack }
}

/** The same of a Firefox with an extension that does nothing. @param restMs how long Firefox rests first */
export async function emptyExtensionMemory(restMs: number): Promise<ExtensionMemory> {
  const extension = await mkdtemp(join(tmpdir(), 'empty-extension-'))
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1.0',
    background: { scripts: ['background.js'] },
    browser_specific_settings: { gecko: { id: 'empty@apparel-lens' } },
  }
  await writeFile(join(extension, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(extension, 'background.js'), '')
  const { browser } = await launchFirefox({ headless: true, extension })
  try {
    await pause(restMs)
    return await extensionProcessMemory(browser)
  } finally {
    await browser.close()
    await rm(extension, { recursive: true })
  }
}
