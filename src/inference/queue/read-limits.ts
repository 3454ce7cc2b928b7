import type { Priority } from '../../messages/host-port.ts'
import { KeyedCounter } from './keyed-counter.ts'
import { ServerLimits } from './server-limits.ts'

/** Concurrent reads. The extra ones are reserved for the user's requests, so that slow servers cannot delay it. */
const READ_COUNT = 8
const EXTRA_READ_COUNT = 2
/** Concurrent reads for one tab, so that one page with slow pictures cannot block the others. */
const TAB_READ_COUNT = 6

/** Limits concurrent reads per tab and per server. */
export class ReadLimits {
  readonly servers = new ServerLimits()
  #tabs = new KeyedCounter()
  #listeners: (() => void)[] = []

  /** Number of current reads. */
  get count(): number {
    return this.#tabs.total
  }

  mayReadFor(tab: string, priority: Priority): boolean {
    if (priority === 'asked') return this.count < READ_COUNT + EXTRA_READ_COUNT
    return this.count < READ_COUNT && this.#tabs.of(tab) < TAB_READ_COUNT
  }

  /** @param server host and port; '' if there is none */
  mayReadFrom(server: string, priority: Priority): boolean {
    if (priority === 'asked') return this.servers.pauseOf(server) === 0
    return this.servers.mayRead(server)
  }

  started(tab: string, server: string): void {
    this.#tabs.add(tab, 1)
    this.servers.started(server)
  }

  ended(tab: string, server: string): void {
    this.#tabs.add(tab, -1)
    this.servers.ended(server)
    this.freed()
  }

  /** Calls back whenever another read may be allowed. */
  onFree(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Tells all listeners that another read may be allowed. */
  freed(): void {
    for (const listener of this.#listeners) listener()
  }
}
