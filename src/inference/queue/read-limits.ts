import type { Priority } from '../../messages/host-port.ts'
import { LruCache } from '../cache/lru-cache.ts'
import { KeyedCounter } from './keyed-counter.ts'

/** Concurrent reads. The extra ones are reserved for the user's requests, so that slow servers cannot delay it. */
const READ_COUNT = 8
const EXTRA_READ_COUNT = 2
/** Concurrent reads for one tab, so that one page with slow pictures cannot block the others. */
const TAB_READ_COUNT = 6
/** Concurrent reads from one server: at first, and at most. */
const INITIAL_SERVER_READ_COUNT = 2
const MAX_SERVER_READ_COUNT = 6
/** Servers whose allowance is remembered. */
const REMEMBERED_SERVER_COUNT = 1000

/** Limits concurrent reads per tab and per server. */
export class ReadLimits {
  #tabs = new KeyedCounter()
  #servers = new KeyedCounter()
  /** A server gains an extra read with each answer and drops to one after a timeout, since its reads block others. */
  #allowances = new LruCache<number>(REMEMBERED_SERVER_COUNT)

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
    return priority === 'asked' || server === '' || this.#servers.of(server) < this.#allowanceOf(server)
  }

  started(tab: string, server: string): void {
    this.#tabs.add(tab, 1)
    this.#servers.add(server, 1)
  }

  ended(tab: string, server: string): void {
    this.#tabs.add(tab, -1)
    this.#servers.add(server, -1)
  }

  /** A server has answered, if only with an error status. */
  answered(server: string): void {
    this.#allowances.set(server, Math.min(MAX_SERVER_READ_COUNT, this.#allowanceOf(server) + 1))
  }

  /** A read from a server has timed out. */
  timedOut(server: string): void {
    this.#allowances.set(server, 1)
  }

  #allowanceOf(server: string): number {
    return this.#allowances.get(server) ?? INITIAL_SERVER_READ_COUNT
  }
}
