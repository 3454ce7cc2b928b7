import browser from 'webextension-polyfill'
import type { Failure } from '../../apparel/failure.ts'
import type { FromHost, ToHost } from '../../messages/host-port.ts'
import { LruCache } from '../cache/lru-cache.ts'
import type { Engine } from '../engine/engine.ts'
import type { Host } from '../host.ts'
import type { Ticket } from '../queue/queue-request.ts'
import { pageOf } from '../read/referrer.ts'
import { Allowance } from './allowance.ts'
import { parseToHost } from './parse-to-host.ts'
import { Replies } from './replies.ts'

/** A client that is connected. */
export interface Served {
  /** Sends it something that it has not asked for. */
  send(message: FromHost): void
  /** Sends what waits, disconnects the client, and cancels its open requests. */
  disconnect(): void
}

/** Lessons from web pages in an hour: more than a person gives, and too few for a hostile page to fill the disk. */
const lessonsFromPages = new Allowance(1000, 3_600_000)

/**
 * Searches for garments from the pages of one tab in a minute: enough to follow a video and to search what a person scrolls past,
 * and too few for a hostile page to keep the processor busy.
 */
const SEARCHES_FROM_TAB = 240
const SEARCHES_SPAN_MS = 60_000
/** Tabs that are remembered. */
const TAB_COUNT = 200

const searchesFrom = new LruCache<Allowance>(TAB_COUNT)

function maySearch({ sender }: browser.Runtime.Port, tab: string): boolean {
  if (isOwn(sender)) return true
  const allowance = searchesFrom.get(tab) ?? new Allowance(SEARCHES_FROM_TAB, SEARCHES_SPAN_MS)
  searchesFrom.set(tab, allowance)
  return allowance.take()
}

/** Whether one of the extension's own pages has sent it. */
function isOwn(sender: browser.Runtime.MessageSender | undefined): boolean {
  return sender?.url?.startsWith(browser.runtime.getURL('')) === true
}

/** Why a client may not teach; undefined if it may. */
function refusalOf(
  { source }: Extract<ToHost, { type: 'teach' }>,
  { sender }: browser.Runtime.Port,
): Failure | undefined {
  if (sender?.tab?.incognito) return { failure: 'private_window' }
  if (isOwn(sender)) return undefined
  return 'tag' in source || !lessonsFromPages.take() ? { failure: 'not_learned' } : undefined
}

/**
 * Serves one client until its Port closes, then cancels its open requests.
 * @param onWork called for each message that gives the host something to do
 */
export function servePort(port: browser.Runtime.Port, host: Host, engine: Engine, onWork: () => void): Served {
  const tickets = new Map<number, Ticket>()
  const sender = port.sender?.tab
  // The extension's own pages share one turn.
  const client = { tab: String(sender?.id ?? 'own'), page: pageOf(port.sender) }
  const replies = new Replies(port)

  const receive = (message: ToHost) => {
    // A request for the status does not keep the host awake.
    if (message.type !== 'status') onWork()
    switch (message.type) {
      case 'classify': {
        const { provenance: _, ...unseen } = message
        tickets.get(message.id)?.cancel()
        const ticket = host.classify(sender?.incognito ? unseen : message, client, answer => {
          tickets.delete(message.id)
          replies.send({ type: 'answer', id: message.id, answer }, tickets.size > 0)
        })
        if (ticket) tickets.set(message.id, ticket)
        break
      }
      case 'find-garments': {
        const { provenance: _, keep: __, ...unseen } = message
        const { id } = message
        tickets.get(id)?.cancel()
        tickets.delete(id)
        if (!maySearch(port, client.tab)) {
          replies.send({ type: 'garments', id, result: { failure: 'too_often' } })
          break
        }
        const ticket = host.findGarments(sender?.incognito ? unseen : message, client, result => {
          tickets.delete(id)
          replies.send({ type: 'garments', id, result })
        })
        if (ticket) tickets.set(id, ticket)
        break
      }
      case 'prioritise':
        tickets.get(message.id)?.prioritise(message.priority)
        break
      case 'cancel':
        tickets.get(message.id)?.cancel()
        tickets.delete(message.id)
        break
      case 'status':
        replies.send({ type: 'status', status: engine.status })
        break
      case 'teach': {
        const refusal = refusalOf(message, port)
        const result = refusal ? Promise.resolve(refusal) : host.teach(message, client)
        void result.then(result => replies.send({ type: 'taught', id: message.id, result }))
        break
      }
      case 'untell': {
        const { id, lesson } = message
        void host.untell(lesson).then(result => replies.send({ type: 'taught', id, result }))
      }
    }
  }
  port.onMessage.addListener(data => {
    for (const one of [data].flat()) {
      const message = parseToHost(one)
      if (message) receive(message)
    }
  })
  const cancelAll = () => {
    for (const ticket of tickets.values()) ticket.cancel()
    tickets.clear()
  }
  port.onDisconnect.addListener(cancelAll)
  return {
    send: message => replies.send(message),
    disconnect: () => {
      replies.flush()
      // `onDisconnect` fires at the other end only.
      port.disconnect()
      cancelAll()
    },
  }
}
