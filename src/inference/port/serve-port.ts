import type browser from 'webextension-polyfill'
import type { FromHost } from '../../messages/host-port.ts'
import type { Engine } from '../engine/engine.ts'
import type { Host } from '../host.ts'
import type { Ticket } from '../queue/queue.ts'
import { pageOf } from '../read/referrer.ts'
import { parseToHost } from './parse-to-host.ts'

/** Sends a message, unless the asker has gone in between. */
export function tell(port: browser.Runtime.Port, message: FromHost): void {
  try {
    port.postMessage(message)
  } catch {}
}

/**
 * Serves one asker until its Port closes; what it still waited for is withdrawn then.
 * @returns hangs up on the asker
 */
export function servePort(port: browser.Runtime.Port, host: Host, engine: Engine): () => void {
  const tickets = new Map<number, Ticket>()
  const sender = port.sender?.tab
  // The extension's own pages are one asker together.
  const asker = { tab: String(sender?.id ?? 'own'), page: pageOf(port.sender) }

  port.onMessage.addListener(data => {
    const message = parseToHost(data)
    switch (message?.type) {
      case 'classify': {
        const { provenance: _, ...unseen } = message
        tickets.get(message.id)?.cancel()
        const ticket = host.classify(sender?.incognito ? unseen : message, asker, answer => {
          tickets.delete(message.id)
          tell(port, { type: 'answer', id: message.id, answer })
        })
        if (ticket) tickets.set(message.id, ticket)
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
        tell(port, { type: 'status', status: engine.status })
    }
  })
  const withdraw = () => {
    for (const ticket of tickets.values()) ticket.cancel()
    tickets.clear()
  }
  port.onDisconnect.addListener(withdraw)
  return () => {
    // Only the other end hears of it.
    port.disconnect()
    withdraw()
  }
}
