import { type Failure, type Priority, priorities } from '../messages.ts'
import { failureOf } from './failure.ts'
import type { PageSource } from './read-for-page.ts'

/** The stages that the queue drives. */
export interface Stages<Input, Result> {
  /** Gets the pixels, or the result at once where the same picture was answered before. */
  read(source: PageSource, signal: AbortSignal): Promise<{ input: Input } | { result: Result }>
  /** Runs the network on 1 to `batchSize()` inputs; one result or failure an input, in order. */
  run(inputs: Input[]): Promise<(Result | Failure)[]>
  batchSize(): number
}

/** One asker's share in a job. */
export interface Ticket {
  prioritise(priority: Priority): void
  /** Withdraws this asker; the job ends with its last one. */
  cancel(): void
}

interface Waiter<Result> {
  priority: Priority
  deliver(result: Result | Failure): void
}

interface Job<Input, Result> {
  key: string
  source: PageSource
  state: 'waiting' | 'reading' | 'ready' | 'running'
  waiters: Set<Waiter<Result>>
  abort: AbortController
  input?: Input
}

/** Pictures that are read at once. The extra two are for a person's own question, so that slow servers cannot hold it up. */
const READERS = 6
const EXTRA_READERS = 2
/** Decoded pictures that may wait for the network, so that a long page does not fill the memory. */
const READ_AHEAD = 16

/**
 * Serves the most wanted picture first; askers of the same key share one job. Reading and running overlap. A failure ends
 * its own job alone.
 */
export class Queue<Input, Result> {
  #jobs = new Map<string, Job<Input, Result>>()
  #readers = 0
  #running = false
  readonly #stages: Stages<Input, Result>

  constructor(stages: Stages<Input, Result>) {
    this.#stages = stages
  }

  /** Adds an asker. `deliver` is called once, unless the ticket is cancelled before. */
  ask(key: string, source: PageSource, priority: Priority, deliver: Waiter<Result>['deliver']): Ticket {
    let job = this.#jobs.get(key)
    if (!job) {
      job = { key, source, state: 'waiting', waiters: new Set(), abort: new AbortController() }
      this.#jobs.set(key, job)
    }
    const waiter = { priority, deliver }
    job.waiters.add(waiter)
    const joined = job
    this.#pump()
    return {
      prioritise: priority => {
        waiter.priority = priority
        this.#pump()
      },
      cancel: () => {
        joined.waiters.delete(waiter)
        if (joined.waiters.size === 0 && joined.state !== 'running') this.#drop(joined)
      },
    }
  }

  /** Jobs that have no answer yet. */
  get size(): number {
    return this.#jobs.size
  }

  #pump(): void {
    while (this.#startReading()) {}
    void this.#startRunning()
  }

  #startReading(): boolean {
    const job = this.#best('waiting')
    if (!job) return false
    const isAsked = rank(job) === 0
    const ahead = this.#count('ready')
    if (this.#readers >= READERS + (isAsked ? EXTRA_READERS : 0) || (ahead + this.#readers >= READ_AHEAD && !isAsked))
      return false
    job.state = 'reading'
    // Counted apart from the jobs: a withdrawn one may still be decoding.
    this.#readers++
    void this.#read(job)
    return true
  }

  async #read(job: Job<Input, Result>): Promise<void> {
    try {
      const read = await this.#stages.read(job.source, job.abort.signal)
      if (job.abort.signal.aborted) return
      if ('result' in read) this.#finish(job, read.result)
      else Object.assign(job, { input: read.input, state: 'ready' })
    } catch (error) {
      if (!job.abort.signal.aborted) this.#finish(job, failureOf(error, 'not_a_picture'))
    } finally {
      this.#readers--
      this.#pump()
    }
  }

  async #startRunning(): Promise<void> {
    if (this.#running) return
    const batch = this.#nextBatch()
    if (batch.length === 0) return
    this.#running = true
    try {
      const results = await this.#stages.run(batch.map(job => job.input as Input))
      batch.forEach((job, i) => {
        this.#finish(job, results[i] as Result | Failure)
      })
    } catch (error) {
      for (const job of batch) this.#finish(job, failureOf(error, 'network_failed'))
    } finally {
      this.#running = false
      this.#pump()
    }
  }

  #nextBatch(): Job<Input, Result>[] {
    const batch: Job<Input, Result>[] = []
    while (batch.length < this.#stages.batchSize()) {
      const job = this.#best('ready')
      if (!job) break
      job.state = 'running'
      batch.push(job)
    }
    return batch
  }

  #finish(job: Job<Input, Result>, result: Result | Failure): void {
    this.#jobs.delete(job.key)
    for (const waiter of job.waiters) waiter.deliver(result)
  }

  #drop(job: Job<Input, Result>): void {
    job.abort.abort()
    // A new job of the same key may have taken its place.
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key)
    this.#pump()
  }

  /** The most wanted job in a state; the oldest of equals, as a Map keeps their order. */
  #best(state: Job<Input, Result>['state']): Job<Input, Result> | undefined {
    let best: Job<Input, Result> | undefined
    for (const job of this.#jobs.values()) if (job.state === state && (!best || rank(job) < rank(best))) best = job
    return best
  }

  #count(state: Job<Input, Result>['state']): number {
    let count = 0
    for (const job of this.#jobs.values()) if (job.state === state) count++
    return count
  }
}

/** 0 is the most wanted. */
function rank(job: Job<unknown, never>): number {
  let best: number = priorities.length
  for (const { priority } of job.waiters) best = Math.min(best, priorities.indexOf(priority))
  return best
}
