import { LruCache } from '../cache/lru-cache.ts'
import { KeyedCounter } from './keyed-counter.ts'

/** Concurrent reads from one server: at first, and at most. */
const INITIAL_READ_COUNT = 2
const MAX_READ_COUNT = 6
/** Pause after a busy server's first refusal if it does not name one. Each further refusal doubles it. */
const FIRST_PAUSE_MS = 2000
const MIN_PAUSE_MS = 1000
/** A server may ask for more, but it is asked again after this time if the user wants its pictures. */
const MAX_PAUSE_MS = 600_000
/** Servers that are remembered. */
const REMEMBERED_COUNT = 1000

interface Server {
  /** Concurrent reads now, and at most. */
  allowance: number
  maximum: number
  /** On the clock of `performance.now()`. */
  pausedUntil: number
  /** Refusals since its last picture. */
  refusals: number
}

/**
 * Limits concurrent reads from each server. A server gains an extra read with each answer and drops to one after a timeout,
 * since its reads block others. One that asks to slow down pauses, and gets at most half of what was too much.
 */
export class ServerLimits {
  #reads = new KeyedCounter()
  #servers = new LruCache<Server>(REMEMBERED_COUNT)

  /** @param server host and port; '' if there is none */
  mayRead(server: string): boolean {
    return server === '' || (this.pauseOf(server) === 0 && this.#reads.of(server) < this.#of(server).allowance)
  }

  /** How long the server has to be left alone, milliseconds. */
  pauseOf(server: string): number {
    return Math.max(0, this.#of(server).pausedUntil - performance.now())
  }

  started(server: string): void {
    this.#reads.add(server, 1)
  }

  ended(server: string): void {
    this.#reads.add(server, -1)
  }

  /** The server has answered, if only with an error status. */
  answered(server: string): void {
    const { allowance, maximum } = this.#of(server)
    this.#set(server, { allowance: Math.min(maximum, allowance + 1), refusals: 0 })
  }

  /** A read has timed out. */
  timedOut(server: string): void {
    this.#set(server, { allowance: 1 })
  }

  /**
   * The server asks to slow down.
   * @param retryAfterMs the pause that it asks for, if it says so
   */
  refused(server: string, retryAfterMs?: number): void {
    const { allowance, maximum, refusals, pausedUntil } = this.#of(server)
    // Requests that were on their way when it first said so are no reason to slow down further.
    const isNew = this.pauseOf(server) === 0
    const count = isNew ? refusals + 1 : refusals
    const wanted = retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (count - 1)
    const pauseMs = Math.min(MAX_PAUSE_MS, Math.max(MIN_PAUSE_MS, wanted))
    this.#set(server, {
      allowance: 1,
      maximum: isNew ? Math.max(1, Math.floor(allowance / 2)) : maximum,
      refusals: count,
      pausedUntil: Math.max(pausedUntil, performance.now() + pauseMs),
    })
  }

  #of(server: string): Server {
    const fresh = { allowance: INITIAL_READ_COUNT, maximum: MAX_READ_COUNT, pausedUntil: 0, refusals: 0 }
    return this.#servers.get(server) ?? fresh
  }

  #set(server: string, change: Partial<Server>): void {
    this.#servers.set(server, { ...this.#of(server), ...change })
  }
}
