import browser from 'webextension-polyfill'
import { watchStored } from './watch-stored.ts'

const KEY = 'activeSites'

/**
 * Tells the content scripts on which origins they badge: those that the person has switched on *and* the browser grants.
 * Only the service worker knows of grants, so it alone writes this.
 */
export async function publishActiveSites(origins: string[]): Promise<void> {
  const known = await readActiveSites()
  if (known.join() !== origins.join()) await browser.storage.local.set({ [KEY]: origins })
}

/** The origins on which pictures are badged now. */
export async function readActiveSites(): Promise<string[]> {
  return ((await browser.storage.local.get(KEY))[KEY] as string[] | undefined) ?? []
}

/** Calls back with the origins after each change, until the signal is aborted. */
export function watchActiveSites(callback: (origins: string[]) => void, signal: AbortSignal): void {
  watchStored(KEY, value => callback((value as string[] | undefined) ?? []), signal)
}
