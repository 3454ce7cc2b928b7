import type { Failure } from '../../apparel/failure.ts'
import type { Priority } from '../../messages/host-port.ts'
import { failureOf } from '../picture-error.ts'
import type { PageSource, SearchedSource } from '../read/page-source.ts'
import { FairQueue } from './fair-queue.ts'
import { createJob, type Job, rankOf, serverOf, type Waiter } from './job.ts'
import { failSoon, type QueueRequest, type Ticket } from './queue-request.ts'
import { ReadLimits } from './read-limits.ts'

/** The stages that the queue drives. */
export interface Stages<Input, Result, Source = PageSource> {
  /** Gets the pixels, or the cached result of the same picture. */
  read(source: Source, signal: AbortSignal): Promise<{ input: Input } | { result: Result }>
  /** Runs the network on 1 to `batchSize()` inputs. Returns one result or failure per input, in order. */
  run(inputs: Input[]): Promise<(Result | Failure)[]>
  batchSize(): number
}

/** Maximum number of pictures that are being read or wait for the network, so that a long page does not fill the memory. */
const READ_AHEAD_COUNT = 16
/** Pictures that an unbatched network gets at once, so that it never waits until an answer is delivered. */
const RUN_AHEAD_COUNT = 2
/** The longest pause of a busy server for which pictures wait, and how often each does. */
const MAX_PAUSE_MS = 60_000
const MAX_REFUSAL_COUNT = 4

/**
 * Serves the picture of highest priority first. Requests with the same key share one job. Reading and running overlap. A
 * failure ends only its own job.
 */
export class Queue<Input, Result, Source extends SearchedSource = PageSource> {
  #jobs = new Map<string, Job<Input, Result, Source>>()
  #waiting = new FairQueue<Waiter<Input, Result, Source>>()
  /** Decoded jobs, in the order in which they were read. */
  #ready = new Set<Job<Input, Result, Source>>()
  /** Batches that the network is running. */
  #running = 0
  readonly #limits: ReadLimits
  readonly #stages: Stages<Input, Result, Source>

  /** @param limits shared with other queues that read from the same servers for the same tabs */
  constructor(stages: Stages<Input, Result, Source>, limits = new ReadLimits()) {
    this.#stages = stages
    this.#limits = limits
    limits.onFree(() => this.#pump())
  }

  /** Adds a request. */
  ask({ tab, key, source, priority, deliver }: QueueRequest<Result, Source>): Ticket {
    const server = serverOf(source)
    if (!this.#mayWaitFor(server, source, priority)) return failSoon({ failure: 'busy' }, deliver)
    const job: Job<Input, Result, Source> = this.#jobs.get(key) ?? createJob(key, source)
    this.#jobs.set(key, job)
    const waiter: Waiter<Input, Result, Source> = { tab, server, priority, job, deliver }
    job.waiters.add(waiter)
    if (job.state === 'waiting') this.#waiting.add(waiter)
    this.#pump()
    return {
      prioritise: priority => {
        this.#waiting.delete(waiter)
        waiter.priority = priority
        if (job.state === 'waiting' && job.waiters.has(waiter)) this.#waiting.add(waiter)
        this.#pump()
      },
      cancel: () => {
        job.waiters.delete(waiter)
        this.#waiting.delete(waiter)
        if (job.waiters.size === 0 && job.state !== 'running') this.#drop(job)
      },
    }
  }

  /** Number of unfinished jobs. */
  get size(): number {
    return this.#jobs.size
  }

  #pump(): void {
    for (let next = this.#nextToRead(); next; next = this.#nextToRead()) void this.#read(next)
    const maxRunning = this.#stages.batchSize() === 1 ? RUN_AHEAD_COUNT : 1
    while (this.#running < maxRunning) {
      const batch = this.#nextBatch()
      if (batch.length === 0) return
      void this.#run(batch)
    }
  }

  #nextToRead(): Waiter<Input, Result, Source> | undefined {
    const isFull = this.#ready.size + this.#limits.count >= READ_AHEAD_COUNT
    return this.#waiting.take(
      (tab, priority) => this.#limits.mayReadFor(tab, priority) && (!isFull || priority === 'asked'),
      (server, priority) => this.#limits.mayReadFrom(server, priority),
    )
  }

  async #read({ tab, server, job }: Waiter<Input, Result, Source>): Promise<void> {
    const { signal } = job.abort
    job.state = 'reading'
    for (const waiter of job.waiters) this.#waiting.delete(waiter)
    // Counted separately from the jobs, because a withdrawn one may still be decoding.
    this.#limits.started(tab, server)
    try {
      const read = await this.#stages.read(job.source, signal)
      if (signal.aborted) return
      this.#limits.servers.answered(server)
      if ('result' in read) this.#finish(job, read.result)
      else {
        Object.assign(job, { input: read.input, state: 'ready' })
        this.#ready.add(job)
      }
    } catch (error) {
      if (signal.aborted) return
      const failure = failureOf(error, 'not_a_picture')
      if (failure.failure === 'busy') this.#postpone(job, server, failure)
      else {
        if (failure.failure === 'timed_out') this.#limits.servers.timedOut(server)
        else this.#limits.servers.answered(server)
        this.#finish(job, failure)
      }
    } finally {
      this.#limits.ended(tab, server)
    }
  }

  /** Reads it again after the pause that its server wants. What cannot wait fails, and so do others from this server. */
  #postpone(job: Job<Input, Result, Source>, server: string, failure: Failure): void {
    this.#limits.servers.refused(server, failure.retryAfterMs)
    job.state = 'waiting'
    job.refusals++
    for (const waiter of job.waiters) this.#waiting.add(waiter)
    for (const other of [...this.#jobs.values()]) {
      if (other.state !== 'waiting' || serverOf(other.source) !== server) continue
      const mayWait = [...other.waiters].every(({ priority }) => this.#mayWaitFor(server, other.source, priority))
      if (mayWait && other.refusals < MAX_REFUSAL_COUNT) continue
      for (const waiter of other.waiters) this.#waiting.delete(waiter)
      this.#finish(other, failure)
    }
    this.#resumeAfterPause(server)
  }

  #resumeAfterPause(server: string): void {
    const pauseMs = this.#limits.servers.pauseOf(server)
    if (pauseMs > 0) setTimeout(() => this.#resumeAfterPause(server), pauseMs)
    else this.#limits.freed()
  }

  /**
   * Whether a picture can wait until its server is no longer busy. The user does not wait, and a page that can read its own
   * copy need not.
   */
  #mayWaitFor(server: string, { copy }: SearchedSource, priority: Priority): boolean {
    const pauseMs = this.#limits.servers.pauseOf(server)
    return pauseMs === 0 || (priority !== 'asked' && !copy?.isReadable && pauseMs <= MAX_PAUSE_MS)
  }

  async #run(batch: Job<Input, Result, Source>[]): Promise<void> {
    this.#running++
    try {
      const results = await this.#stages.run(batch.map(job => job.input as Input))
      batch.forEach((job, i) => {
        this.#finish(job, results[i] as Result | Failure)
      })
    } catch (error) {
      for (const job of batch) this.#finish(job, failureOf(error, 'network_failed'))
    } finally {
      this.#running--
      this.#pump()
    }
  }

  #nextBatch(): Job<Input, Result, Source>[] {
    const batch = [...this.#ready].sort((a, b) => rankOf(a) - rankOf(b)).slice(0, this.#stages.batchSize())
    for (const job of batch) {
      this.#ready.delete(job)
      job.state = 'running'
    }
    return batch
  }

  #finish(job: Job<Input, Result, Source>, result: Result | Failure): void {
    this.#jobs.delete(job.key)
    for (const waiter of job.waiters) waiter.deliver(result)
  }

  #drop(job: Job<Input, Result, Source>): void {
    job.abort.abort()
    this.#ready.delete(job)
    // A new job may have the same key by now.
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key)
    this.#pump()
  }
}
