import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { type Launched, launch } from '../drive/launch.ts'
import { switchOn } from '../drive/popup.ts'
import { reloadExtension } from './reload.ts'
import { watchBuild } from './watch-build.ts'

interface Options {
  /** Folder of the project. */
  root: string
  /** Page to open, and to switch badges on for. */
  url: string
  headless: boolean
  /** Called when a change is in the browser, with the time since the file was saved. */
  onReload(milliseconds: number): void
  /** Called when a build or a reload fails; the next change tries again. */
  onError(error: Error): void
}

/** An extension under development, running. */
export interface Development {
  launched: Launched
  page: Page
  /** Closes the browser and stops watching. */
  stop(): Promise<void>
}

/**
 * Builds the extension, opens it on a page, and reloads both at each change.
 * @throws Error if the first build fails or the browser does not start
 */
export async function openDevelopment({ root, url, headless, onReload, onError }: Options): Promise<Development> {
  const extension = join(root, 'out/dev')
  let launched: Launched | undefined
  const stopWatching = await watchBuild(root, extension, {
    onError,
    onBuilt: async savedAtMs => {
      if (!launched) return
      await reloadExtension(launched, extension)
      onReload(Math.round(Date.now() - savedAtMs))
    },
  })
  try {
    launched = await launch({ headless, extension })
    const { browser } = launched
    const page = (await browser.pages())[0] ?? (await browser.newPage())
    await page.goto(url)
    // The extension opens a page of its own once it is installed; this page stays in front of it.
    await page.bringToFront()
    await switchOn(launched, page)
    const stop = async () => {
      await browser.close()
      await stopWatching()
    }
    return { launched, page, stop }
  } catch (error) {
    await launched?.browser.close()
    await stopWatching()
    throw error
  }
}
