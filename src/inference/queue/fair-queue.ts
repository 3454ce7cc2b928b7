import { type Priority, priorities } from '../../messages/host-port.ts'

/** What decides who is next. */
export interface Place {
  priority: Priority
  /** The tab that asks. */
  tab: string
  /** Where the picture is. */
  server: string
}

/** By tab, then by server; who is first in a Map has waited longest for a turn. */
type Lane<Waiter> = Map<string, Map<string, Set<Waiter>>>

/**
 * Those who wait: the most wanted first; of equals each tab in turn, and of one tab each server in turn. So a page with
 * thousands of pictures does not hold up another's one, nor a slow server what others have.
 */
export class FairQueue<Waiter extends Place> {
  #lanes = new Map<Priority, Lane<Waiter>>(priorities.map(priority => [priority, new Map()]))

  add(waiter: Waiter): void {
    const lane = this.#laneOf(waiter)
    const servers = lane.get(waiter.tab) ?? new Map<string, Set<Waiter>>()
    const waiters = servers.get(waiter.server) ?? new Set()
    lane.set(waiter.tab, servers.set(waiter.server, waiters.add(waiter)))
  }

  /** Does nothing where it does not wait. Its place must be the one with which it was added. */
  delete(waiter: Waiter): void {
    const lane = this.#laneOf(waiter)
    const servers = lane.get(waiter.tab)
    const waiters = servers?.get(waiter.server)
    if (!servers || !waiters?.delete(waiter)) return
    if (waiters.size === 0) servers.delete(waiter.server)
    if (servers.size === 0) lane.delete(waiter.tab)
  }

  /** Takes out who is next among those that may go on; the rest are passed over, and keep their turn. */
  take(
    mayTab: (tab: string, priority: Priority) => boolean,
    mayServer: (server: string, priority: Priority) => boolean,
  ): Waiter | undefined {
    for (const [priority, lane] of this.#lanes)
      for (const [tab, servers] of lane) {
        if (!mayTab(tab, priority)) continue
        for (const [server, waiters] of servers) {
          const [next] = waiters
          if (!next || !mayServer(server, priority)) continue
          toEnd(lane, tab)
          toEnd(servers, server)
          this.delete(next)
          return next
        }
      }
    return undefined
  }

  #laneOf({ priority }: Waiter): Lane<Waiter> {
    return this.#lanes.get(priority) as Lane<Waiter>
  }
}

function toEnd<Value>(turns: Map<string, Value>, key: string): void {
  const value = turns.get(key) as Value
  turns.delete(key)
  turns.set(key, value)
}
