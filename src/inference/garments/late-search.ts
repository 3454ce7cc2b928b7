import type { Ticket } from '../queue/queue-request.ts'
import type { GarmentSearch } from './garment-search.ts'

/** Loads the search for garments with the first request: the host starts without it. */
export class LateSearch {
  #search: GarmentSearch | undefined
  /** Requests that wait until it is loaded. */
  #waiting = 0
  readonly #load: () => Promise<GarmentSearch>
  #loading: Promise<GarmentSearch> | undefined

  constructor(load: () => Promise<GarmentSearch>) {
    this.#load = load
  }

  /** Number of unfinished searches. */
  get size(): number {
    return this.#waiting + (this.#search?.size ?? 0)
  }

  /** As `GarmentSearch.find`. */
  find(...[message, client, deliver]: Parameters<GarmentSearch['find']>): Ticket | undefined {
    if (this.#search) return this.#search.find(message, client, deliver)
    let ticket: Ticket | undefined
    let { priority } = message
    let isCancelled = false
    const start = async () => {
      this.#waiting++
      try {
        this.#loading ??= this.#load()
        this.#search = await this.#loading
        if (!isCancelled) ticket = this.#search.find({ ...message, priority }, client, deliver)
      } catch {
        this.#loading = undefined
        if (!isCancelled) deliver({ failure: 'network_failed' })
      } finally {
        this.#waiting--
      }
    }
    void start()
    return {
      prioritise: wanted => {
        priority = wanted
        ticket?.prioritise(wanted)
      },
      cancel: () => {
        isCancelled = true
        ticket?.cancel()
      },
    }
  }
}
