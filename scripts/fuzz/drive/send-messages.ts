import type { Page, Realm } from 'puppeteer'
import { parseToHost } from '../../../src/inference/port/parse-to-host.ts'
import { INFERENCE } from '../../../src/messages/host-port.ts'
import { eventually } from '../../drive/eventually.ts'
import type { MessageCase } from '../make/message-case.ts'
import { messageOf } from '../make/message-of.ts'
import type { Seen } from '../outcome.ts'
import { PATIENCE_MS, type World } from './world.ts'

/** Sends messages, each to its receiver, and checks that they changed no setting. Those that hang are left out. */
export async function sendMessages(world: World, messages: MessageCase[]): Promise<Map<number, Seen>> {
  const { shop, own, server } = world
  await shop.bringToFront()
  await shop.goto(server.page('<title>Shop</title><h1>Welcome</h1>'))
  const before = await own.evaluate(readState)
  const fromPage = messages.filter(({ route }) => route !== 'page')
  const fromOwn = messages.filter(({ route }) => route === 'page')
  const seen = new Map([...(await sendFrom(shop, shop, fromPage)), ...(await sendFrom(own, shop, fromOwn))])
  const after = await own.evaluate(readState)
  if (after !== before) world.faults.note(`Messages of a page have changed ${before} to ${after}`)
  return seen
}

/** Sends messages as the content script of a web page or as a page of the extension. */
async function sendFrom(sender: Page, shop: Page, messages: MessageCase[]): Promise<Map<number, Seen>> {
  if (messages.length === 0) return new Map()
  const cases = messages.map(
    ({ seed, route, code }) => `[${seed}, '${route}', ${expectsAnswer(route, code)}, () => (${code})]`,
  )
  const args = `[${cases.join(',\n')}], ${JSON.stringify([INFERENCE, shop.url(), PATIENCE_MS])}`
  // The compiler wraps functions in a call that pages do not define.
  const script = `globalThis.__name ??= named => named; (${sendAll})(${args})`
  // Only the world of the content script has the extension's API, and evaluation by the debugger is free of its CSP.
  const where = sender === shop ? await scriptsOf(shop) : sender
  return new Map((await where.evaluate(script)) as [number, Seen][])
}

/** The world of the content script, which exists once the script has run. */
async function scriptsOf(page: Page): Promise<Realm> {
  const [realm] = await eventually(
    async () => page.extensionRealms(),
    realms => realms.length > 0,
  )
  return realm as Realm
}

/** Whether the host owes an answer to exactly this message. */
function expectsAnswer(route: string, code: string): boolean {
  if (route !== 'port') return false
  try {
    const parsed = parseToHost(structuredClone(messageOf(code)))
    return parsed?.type === 'classify' || parsed?.type === 'find-garments'
  } catch {
    return false
  }
}

type Sent = [seed: number, route: string, isOwed: boolean, make: () => unknown]

/** Runs in a page, as text: it may use nothing but its arguments. */
async function sendAll(cases: Sent[], [name, shop, patienceMs]: [string, string, number]): Promise<[number, Seen][]> {
  const refused = (error: unknown): Seen => ({
    reason: String(error).startsWith('DataCloneError') ? 'cannot be sent' : 'refused',
  })
  const inTime = (work: Promise<Seen>) =>
    Promise.race([work, new Promise<undefined>(resolve => setTimeout(resolve, patienceMs))])

  const throughPort = (make: () => unknown, isOwed: boolean) =>
    new Promise<Seen>(resolve => {
      const port = chrome.runtime.connect({ name })
      let answer: Seen | undefined
      let hasStatus = false
      const end = (seen: Seen) => {
        port.disconnect()
        resolve(seen)
      }
      port.onDisconnect.addListener(() => resolve({ wrong: 'the host has closed the Port' }))
      port.onMessage.addListener((message: { type: string; answer?: object; result?: object }) => {
        if (message.type === 'status') hasStatus = true
        if (message.type === 'answer' || message.type === 'garments')
          answer = 'failure' in (message.answer ?? message.result ?? {}) ? { reason: 'a failure' } : { answered: true }
        if (answer) end(answer)
        else if (hasStatus && !isOwed) end({ reason: 'ignored' })
      })
      try {
        port.postMessage(make())
      } catch (error) {
        return end(refused(error))
      }
      // Messages arrive in order: the status shows that the one before it has been handled.
      port.postMessage({ type: 'status' })
    })

  const seen: [number, Seen][] = []
  await chrome.runtime.sendMessage({ to: 'background', type: 'wake-host' })
  const tab = (await chrome.tabs?.query({}))?.find(({ url }) => url === shop)
  for (const [seed, route, isOwed, make] of cases) {
    const send = async (): Promise<Seen> => {
      if (route === 'port') return throughPort(make, isOwed)
      try {
        const message = make()
        const reply =
          route === 'page'
            ? await chrome.tabs.sendMessage(tab?.id ?? -1, message)
            : await chrome.runtime.sendMessage(message)
        return reply === undefined || reply === null ? { reason: 'ignored' } : { answered: true }
      } catch (error) {
        return refused(error)
      }
    }
    const one = await inTime(send())
    if (one) seen.push([seed, one])
  }
  return seen
}

/** Runs in a page of the extension. What no message of a web page may change. */
async function readState(): Promise<string> {
  const { settings } = await chrome.storage.local.get('settings')
  const rules = await chrome.declarativeNetRequest.getSessionRules()
  const { origins } = await chrome.permissions.getAll()
  return JSON.stringify({ settings, rules, origins, isPolluted: 'polluted' in {} })
}
