import type { Priority } from '../../messages/host-port.ts'
import { LruCache } from '../cache/lru-cache.ts'
import { KeyedCounter } from './keyed-counter.ts'

/** Pictures that are read at once. The extra two are for a person's own question, so that slow servers cannot hold it up. */
const READERS = 8
const EXTRA_READERS = 2
/** Of these for one tab: what hangs in one page cannot hold up the others. */
const TAB_READERS = 6
/** Of these for one server: of which nothing is known yet, and at most. */
const FIRST = 2
const MOST = 6
/** Servers that are remembered. */
const REMEMBERED = 1000

/** Who is being read for, from where, and whether another may. */
export class ReadLimits {
  #tabs = new KeyedCounter()
  #servers = new KeyedCounter()
  /** A server earns readers by answering and loses them by silence: those that wait for it are missing elsewhere. */
  #allowances = new LruCache<number>(REMEMBERED)

  /** Pictures that are being read. */
  get count(): number {
    return this.#tabs.total
  }

  mayReadFor(tab: string, priority: Priority): boolean {
    if (priority === 'asked') return this.count < READERS + EXTRA_READERS
    return this.count < READERS && this.#tabs.of(tab) < TAB_READERS
  }

  /** @param server '' for what is on none */
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

  /** A server has answered, and be it that there is no such picture. */
  answered(server: string): void {
    this.#allowances.set(server, Math.min(MOST, this.#allowanceOf(server) + 1))
  }

  /** A server has let a reader wait until the deadline. */
  wasSilent(server: string): void {
    this.#allowances.set(server, 1)
  }

  #allowanceOf(server: string): number {
    return this.#allowances.get(server) ?? FIRST
  }
}
