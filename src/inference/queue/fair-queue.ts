import { type Priority, priorities } from '../../messages/host-port.ts'

/** What decides whose turn it is. */
export interface FairShare {
  priority: Priority
  /** The requesting tab. */
  tab: string
  /** The picture's server. */
  server: string
}

/** By tab, then by server. The first entry of each Map has waited longest for its turn. */
type TurnsByTab<Waiter> = Map<string, Map<string, Set<Waiter>>>

/**
 * A queue by priority that is round-robin between tabs, and within a tab between servers. So a page with thousands of
 * pictures does not delay another page's one, and a slow server does not delay the others.
 */
export class FairQueue<Waiter extends FairShare> {
  #turns = new Map<Priority, TurnsByTab<Waiter>>(priorities.map(priority => [priority, new Map()]))

  add(waiter: Waiter): void {
    const tabs = this.#turnsOf(waiter)
    const servers = tabs.get(waiter.tab) ?? new Map<string, Set<Waiter>>()
    const waiters = servers.get(waiter.server) ?? new Set()
    tabs.set(waiter.tab, servers.set(waiter.server, waiters.add(waiter)))
  }

  /** Does nothing if it is not queued. Its priority, tab and server must be those with which it was added. */
  delete(waiter: Waiter): void {
    const tabs = this.#turnsOf(waiter)
    const servers = tabs.get(waiter.tab)
    const waiters = servers?.get(waiter.server)
    if (!servers || !waiters?.delete(waiter)) return
    if (waiters.size === 0) servers.delete(waiter.server)
    if (servers.size === 0) tabs.delete(waiter.tab)
  }

  /** Removes and returns the next waiter whose tab and server are allowed. Those skipped keep their turn. */
  take(
    isTabAllowed: (tab: string, priority: Priority) => boolean,
    isServerAllowed: (server: string, priority: Priority) => boolean,
  ): Waiter | undefined {
    for (const [priority, tabs] of this.#turns)
      for (const [tab, servers] of tabs) {
        if (!isTabAllowed(tab, priority)) continue
        for (const [server, waiters] of servers) {
          const [next] = waiters
          if (!next || !isServerAllowed(server, priority)) continue
          toEnd(tabs, tab)
          toEnd(servers, server)
          this.delete(next)
          return next
        }
      }
    return undefined
  }

  #turnsOf({ priority }: Waiter): TurnsByTab<Waiter> {
    return this.#turns.get(priority) as TurnsByTab<Waiter>
  }
}

function toEnd<Value>(turns: Map<string, Value>, key: string): void {
  const value = turns.get(key) as Value
  turns.delete(key)
  turns.set(key, value)
}
