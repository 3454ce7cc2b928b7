import browser from 'webextension-polyfill'
import { migrate, type Settings } from './schema.ts'
import { watchStored } from './watch-stored.ts'

/** The settings in force. */
export async function readSettings(): Promise<Settings> {
  return migrate((await browser.storage.local.get('settings')).settings)
}

/** What the user can change. */
type Choices = Omit<Settings, 'version' | 'changedAt'>

/** Writes the given fields, which may be computed from the current settings, and keeps all others. */
export function changeSettings(
  change: Partial<Choices> | ((settings: Settings) => Partial<Choices>),
): Promise<Settings> {
  return rewriteSettings(settings => ({
    ...settings,
    ...(typeof change === 'function' ? change(settings) : change),
    // A change is always later than the one that it builds on, whatever the clock says.
    changedAt: Math.max(Date.now(), settings.changedAt + 1),
  }))
}

/** Reads, rewrites and stores the settings under a lock that all contexts share, so that no update is lost. */
export function rewriteSettings(rewrite: (settings: Settings) => Settings): Promise<Settings> {
  return navigator.locks.request('settings', async () => {
    const settings = rewrite(await readSettings())
    await browser.storage.local.set({ settings })
    return settings
  })
}

/** Calls back with the settings after each change, until the signal is aborted. */
export function watchSettings(callback: (settings: Settings) => void, signal: AbortSignal): void {
  watchStored('settings', value => callback(migrate(value)), signal)
}
