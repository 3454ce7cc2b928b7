import { setTimeout as pause } from 'node:timers/promises'
import { hostStatus } from '../drive/ask-host.ts'
import type { Case } from './case.ts'
import { chooseInPopup } from './drive/choose-in-popup.ts'
import { importFiles } from './drive/import-files.ts'
import { sendMessages } from './drive/send-messages.ts'
import { MAX_SHOWN, showOnPage } from './drive/show-on-page.ts'
import { upload } from './drive/upload.ts'
import { PATIENCE_MS, type World } from './drive/world.ts'
import type { ImportCase } from './make/import-case.ts'
import type { MessageCase } from './make/message-case.ts'
import type { PictureCase } from './make/picture-case.ts'
import { judge, type Outcome, type Seen } from './outcome.ts'

/** Most cases that are tried together. */
export const MAX_TOGETHER = MAX_SHOWN

/** Even what makes steady progress must end. */
const DEADLINE_MS = 5 * PATIENCE_MS

/** What came of some cases that were tried together. */
export interface Tried {
  outcomes: Map<Case, Outcome>
  /** Crashes and errors that cannot be laid to one of them. */
  faults: string[]
}

/** Tries cases in an open browser. */
export async function tryCases(world: World, cases: Case[]): Promise<Tried> {
  const before = world.faults.found.length
  const seen = new Map<number, Seen>()
  const take = async <One extends Case>(
    some: One[],
    work: (world: World, some: One[]) => Promise<Map<number, Seen>>,
  ) => {
    if (some.length === 0) return
    const late = pause(DEADLINE_MS, new Map<number, Seen>(), { ref: false })
    // A crashed page rejects; what it leaves open counts as hanging until the fault is found.
    const working = work(world, some).catch(error => {
      world.faults.note(`It could not go on: ${error instanceof Error ? error.message : error}`)
      return new Map<number, Seen>()
    })
    for (const [seed, one] of await Promise.race([working, late, ended(world)])) seen.set(seed, one)
  }
  const pictures = (way: PictureCase['way']) => cases.filter((one): one is PictureCase => one.way === way)
  const imports = cases.filter((one): one is ImportCase => one.way === 'import')
  const messages = cases.filter((one): one is MessageCase => one.way === 'message')
  await Promise.all([
    // One tab shows the pictures and sends the messages.
    take(pictures('page'), showOnPage).then(() => take(messages, sendMessages)),
    take(pictures('upload'), upload),
    take(pictures('popup'), chooseInPopup),
    take(imports, importFiles),
  ])
  world.server.clear()
  await checkHost(world)
  const outcomes = new Map(cases.map(one => [one, judge(one, seen.get(one.seed))]))
  return { outcomes, faults: world.faults.found.slice(before) }
}

/** Nothing more is to be expected once something has crashed. */
async function ended({ faults }: World): Promise<Map<number, Seen>> {
  await faults.first()
  return new Map()
}

/** Notes a host that cannot answer any more. */
async function checkHost(world: World): Promise<void> {
  if (world.faults.found.length > 0) return
  const late = pause(PATIENCE_MS, undefined, { ref: false })
  const status = await Promise.race([hostStatus(world.own), late]).catch(() => undefined)
  if (status?.state !== 'ready')
    world.faults.note(`The inference host is ${status ? JSON.stringify(status) : 'silent'}.`)
}
