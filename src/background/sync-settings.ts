import browser from 'webextension-polyfill'
import { createSerialQueue } from '../async/serial-queue.ts'
import { defaults, type Settings } from '../settings/schema.ts'
import { readSettings, rewriteSettings } from '../settings/storage.ts'
import { fromItems, headOf, needless, toItems } from './synced-items.ts'

const inTurn = createSerialQueue()

/**
 * Brings the settings here and those that the browser carries between a person's machines together: the newest are taken.
 * Those here are in force whatever becomes of that. Grants are not carried: a site may be on and still need one here.
 */
export function syncSettings(): Promise<void> {
  return inTurn(async () => {
    try {
      await compare()
    } catch (error) {
      // More sites than the browser carries, too many changes within a minute, no such storage.
      console.warn('The settings could not be synced.', error)
    }
  })
}

async function compare(): Promise<void> {
  const carried = await browser.storage.sync.get(null)
  const head = headOf(carried)
  // A newer version of the extension has settings that this one would lose.
  if (head && head.version > defaults.version) return
  const here = await readSettings()
  if (!head || here.changedAt > head.changedAt) await send(here, carried)
  else if (head.changedAt > here.changedAt) await take(carried)
}

async function send({ backend, ...settings }: Settings, carried: Record<string, unknown>): Promise<void> {
  // Where nothing was chosen there is nothing to say.
  if (settings.changedAt === 0) return
  const items = toItems(settings)
  await browser.storage.sync.set(items)
  const old = needless(carried, items)
  if (old.length > 0) await browser.storage.sync.remove(old)
}

async function take(carried: Record<string, unknown>): Promise<void> {
  const there = fromItems(carried)
  if (!there) return
  await rewriteSettings(here => (here.changedAt < there.changedAt ? { ...there, backend: here.backend } : here))
}
