import { migrate, type Settings } from '../settings/schema.ts'

/** What the browser carries to the person's other machines: what is of this one alone stays here. */
export type SyncedSettings = Omit<Settings, 'backend'>

/** By key, as `storage.sync` keeps them. */
export type SyncedItems = Record<string, unknown>

/** One item for all but the sites, which go into as many as they need. */
const HEAD = 'settings'
const PART = 'sites.'
/** Bytes for the sites of an item, of which the browser takes 8,192 in all. Origins are ASCII: a character is a byte. */
const ROOM = 8000

interface Head {
  version: number
  changedAt: number
  parts: number
}

/** Settings as items that each fit. Sites are `+` and their origin where badges are on, `-` where they never are. */
export function toItems({ sites, muted, ...settings }: SyncedSettings): SyncedItems {
  const parts = inParts([...sites.map(site => `+${site}`), ...muted.map(site => `-${site}`)])
  const { changedAt } = settings
  const head = { ...settings, parts: parts.length }
  return { [HEAD]: head, ...Object.fromEntries(parts.map((sites, i) => [PART + i, { changedAt, sites }])) }
}

/** Keys of parts that these items no longer need. */
export function needless(kept: SyncedItems, items: SyncedItems): string[] {
  return Object.keys(kept).filter(key => key.startsWith(PART) && !(key in items))
}

/** Which schema the items are of, and when they were changed; undefined where there are none that anybody could use. */
export function headOf(items: SyncedItems): Head | undefined {
  const { version, changedAt, parts } = (items[HEAD] ?? {}) as Partial<Head>
  if (![version, changedAt, parts].every(Number.isSafeInteger)) return undefined
  return { version, changedAt, parts } as Head
}

/** The settings of items; undefined while some of them have not come, or are of another time. */
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
    // With its quotes and comma.
    const size = site.length + 3
    if (size > room) {
      parts.push([])
      room = ROOM
    }
    parts.at(-1)?.push(site)
    room -= size
  }
  return parts
}
