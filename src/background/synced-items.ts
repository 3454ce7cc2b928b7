import { migrate, type Settings } from '../settings/schema.ts'

/** The settings that are synchronised. The backend is specific to a machine. */
export type SyncedSettings = Omit<Settings, 'backend'>

/** The items of `storage.sync` by key. */
export type SyncedItems = Record<string, unknown>

/** One item holds everything but the sites, which take as many items as they need. */
const HEAD = 'settings'
const PART = 'sites.'
/** Bytes of sites per item; the browser allows 8,192 per item in all. Origins are ASCII: one byte per character. */
const MAX_SITES_BYTES = 8000

interface Head {
  version: number
  changedAt: number
  parts: number
}

/** Converts settings to items within the quota. A site is `+` and its origin if badges are on, `-` if they are off. */
export function toItems({ sites, muted, ...settings }: SyncedSettings): SyncedItems {
  const parts = inParts([...sites.map(site => `+${site}`), ...muted.map(site => `-${site}`)])
  const { changedAt } = settings
  const head = { ...settings, parts: parts.length }
  return { [HEAD]: head, ...Object.fromEntries(parts.map((sites, i) => [PART + i, { changedAt, sites }])) }
}

/** Keys of stored parts that these items no longer need. */
export function obsoleteKeys(kept: SyncedItems, items: SyncedItems): string[] {
  return Object.keys(kept).filter(key => key.startsWith(PART) && !(key in items))
}

/** The schema version and the time of the last change; undefined if there are no usable items. */
export function headOf(items: SyncedItems): Head | undefined {
  const { version, changedAt, parts } = (items[HEAD] ?? {}) as Partial<Head>
  if (![version, changedAt, parts].every(Number.isSafeInteger)) return undefined
  return { version, changedAt, parts } as Head
}

/** Converts items to settings; undefined while parts are missing or belong to another change. */
export function fromItems(items: SyncedItems): SyncedSettings | undefined {
  const head = headOf(items)
  if (!head) return undefined
  const parts = Array.from({ length: head.parts }, (_, i) => (items[PART + i] ?? {}) as Record<string, unknown>)
  if (!parts.every(part => part.changedAt === head.changedAt && Array.isArray(part.sites))) return undefined
  const signed = parts.flatMap(part => part.sites as unknown[]).filter(site => typeof site === 'string')
  const withSign = (sign: string) => signed.filter(site => site.startsWith(sign)).map(site => site.slice(1))
  const { backend: _, ...settings } = migrate({
    ...(items[HEAD] as object),
    sites: withSign('+'),
    muted: withSign('-'),
  })
  return settings
}

function inParts(sites: string[]): string[][] {
  const parts: string[][] = []
  let room = 0
  for (const site of sites) {
    // Plus quotes and a comma.
    const size = site.length + 3
    if (size > room) {
      parts.push([])
      room = MAX_SITES_BYTES
    }
    parts.at(-1)?.push(site)
    room -= size
  }
  return parts
}
