import browser from 'webextension-polyfill'
import { createSerialQueue } from '../async/serial-queue.ts'
import { defaults, type Settings } from '../settings/schema.ts'
import { readSettings, rewriteSettings } from '../settings/storage.ts'
import { fromItems, headOf, obsoleteKeys, toItems } from './synced-items.ts'

const inTurn = createSerialQueue()

/**
 * Synchronises the settings between the user's machines; the newest win. The local settings stay in force if that fails.
 * Permissions are not synchronised: a site may be switched on and still need a permission on this machine.
 */
export function syncSettings(): Promise<void> {
  return inTurn(async () => {
    try {
      await compare()
    } catch (error) {
      // Too many sites for the quota, too many changes in a minute, or no sync storage.
      console.warn('The settings could not be synced.', error)
    }
  })
}

async function compare(): Promise<void> {
  const carried = await browser.storage.sync.get(null)
  const head = headOf(carried)
  // A newer version of the extension has settings that this one would drop.
  if (head && head.version > defaults.version) return
  const here = await readSettings()
  if (!head || here.changedAt > head.changedAt) await send(here, carried)
  else if (head.changedAt > here.changedAt) await take(carried)
}

async function send({ backend, ...settings }: Settings, carried: Record<string, unknown>): Promise<void> {
  // Nothing was chosen yet.
  if (settings.changedAt === 0) return
  const items = toItems(settings)
  await browser.storage.sync.set(items)
  const old = obsoleteKeys(carried, items)
  if (old.length > 0) await browser.storage.sync.remove(old)
}

async function take(carried: Record<string, unknown>): Promise<void> {
  const there = fromItems(carried)
  if (!there) return
  await rewriteSettings(here => (here.changedAt < there.changedAt ? { ...there, backend: here.backend } : here))
}
