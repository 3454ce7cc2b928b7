import browser from 'webextension-polyfill'
import type { Answer } from '../../apparel/answer.ts'
import type { Failure } from '../../apparel/failure.ts'
import { onAbort } from '../../async/on-abort.ts'
import type { PictureGarments } from '../../garments/picture-garments.ts'
import type { SaidByName } from '../../learning/said.ts'
import type { Batch, FromHost, PictureSource, Priority, Taught, TeachSource, ToHost } from '../../messages/host-port.ts'
import type { HostStatus } from './host-status.ts'
import { openPort } from './open-port.ts'
import { type Asked, PendingReplies, type ReplyTo } from './pending-replies.ts'
import type { GarmentRequest, LessonOptions, PendingRequest, Request, RequestOptions } from './request.ts'
import { tooLarge } from './too-large.ts'

/** After this many lost connections in a row without a message, the host counts as unable to start. */
const MAX_DROP_COUNT = 3

/**
 * The client's connection to the inference host. It wakes the host for the first message. If the host restarts or
 * crashes, it repeats all unanswered requests, so none is lost.
 */
export class HostPort {
  #port: browser.Runtime.Port | undefined
  #connecting = false
  #drops = 0
  #lastId = 0
  #pending = new Map<number, PendingRequest>()
  #watchers = new Set<(status: HostStatus) => void>()
  #replies = new PendingReplies()
  /** Messages of this task, to be posted together. */
  readonly #batch: ToHost[] = []

  /** Number of unanswered requests. */
  get open(): number {
    return this.#pending.size
  }

  /** Asks what garment a picture shows. */
  ask(source: PictureSource, priority: Priority, options: RequestOptions = {}): Request {
    const id = ++this.#lastId
    const message: PendingRequest['message'] = { type: 'classify', id, source, priority, ...options }
    const answer = new Promise<Answer>(resolve => this.#pending.set(id, { message, resolve }))
    this.#send(message)
    return {
      answer,
      prioritise: priority => {
        const pending = this.#pending.get(id)
        if (!pending || pending.message.priority === priority) return
        pending.message.priority = priority
        this.#post({ type: 'prioritise', id, priority })
      },
      cancel: () => {
        if (this.#pending.delete(id)) this.#post({ type: 'cancel', id })
      },
    }
  }

  /**
   * Tells the host what a picture shows.
   * @param seen where and how it was seen; left out for uploads
   * @returns why it could not be learned, if it could not
   */
  teach(source: TeachSource, said: SaidByName, seen: LessonOptions = {}): Promise<Taught | Failure> {
    return this.#tell({ type: 'teach', id: ++this.#lastId, source, said, ...seen })
  }

  /** Takes a lesson back. Replies as `teach`. */
  untell(lesson: string): Promise<Taught | Failure> {
    return this.#tell({ type: 'untell', id: ++this.#lastId, lesson })
  }

  /**
   * Asks for each garment in a picture.
   * @param signal cancels the request when it is aborted; the promise then never settles
   */
  findGarments(request: GarmentRequest, signal: AbortSignal): Promise<PictureGarments | Failure> {
    const id = ++this.#lastId
    onAbort(signal, () => {
      if (this.#replies.cancel(id)) this.#post({ type: 'cancel', id })
    })
    return this.#tell({ type: 'find-garments', id, ...request })
  }

  /** Calls back whenever what the user has taught has changed, while connected, until the signal is aborted. */
  watchLessons(callback: () => void, signal: AbortSignal): void {
    this.#replies.watch(callback, signal)
  }

  /** Calls back with each status of the host until the signal is aborted. Wakes the host. */
  watchStatus(callback: (status: HostStatus) => void, signal: AbortSignal): void {
    this.#watchers.add(callback)
    onAbort(signal, () => this.#watchers.delete(callback))
    this.#send({ type: 'status' })
  }

  /** Replaces the connection, which dies silently when the page enters the bfcache, and repeats the open requests. */
  reconnect(): void {
    this.#disconnect()
    if (this.#isWanted()) void this.#connect()
  }

  /** Disconnects and cancels all open requests. */
  close(): void {
    this.#pending.clear()
    this.#replies.clear()
    this.#watchers.clear()
    this.#disconnect()
  }

  #disconnect(): void {
    this.#port?.disconnect()
    this.#port = undefined
  }

  #tell<Message extends Asked>(message: Message): Promise<ReplyTo<Message>> {
    return this.#replies.add(message, () => this.#send(message))
  }

  #send(message: ToHost): void {
    if (this.#port) this.#post(message)
    else void this.#connect()
  }

  /** Sends a message, with all others of the same task, unless the connection is lost by then. */
  #post(message: ToHost): void {
    if (this.#batch.push(message) === 1) queueMicrotask(() => this.#postNow(this.#batch.splice(0)))
  }

  #postNow(batch: ToHost[]): void {
    try {
      this.#port?.postMessage(batch)
    } catch (error) {
      // The only other error is the 64 MiB limit for messages, which a `data:` URL may exceed.
      if (/disconnected/i.test(String(error))) this.#dropped()
      else if (batch[1]) for (const message of batch) this.#postNow([message])
      else for (const reply of tooLarge(batch)) this.#receive(reply)
    }
  }

  /** Connects and sends all open requests, unless a connection is already being made. */
  async #connect(): Promise<void> {
    if (this.#connecting) return
    this.#connecting = true
    try {
      const port = await openPort()
      port.onMessage.addListener(batch => {
        for (const message of [batch as Batch<FromHost>].flat()) this.#receive(message)
      })
      port.onDisconnect.addListener(() => {
        // If nobody reads it, the page's console reports an error.
        void browser.runtime.lastError
        if (this.#port === port) this.#dropped()
      })
      this.#port = port
      const asked = Array.from(this.#pending.values(), ({ message }) => message)
      this.#postNow([...asked, ...this.#replies.messages, { type: 'status' }])
    } catch {
      this.#dropped()
    } finally {
      this.#connecting = false
      if (!this.#port && this.#isWanted()) void this.#connect()
    }
  }

  #receive(message: FromHost): void {
    this.#drops = 0
    if (message.type === 'closing') {
      // Watchers keep the last state. A request that crossed this message wakes the next host.
      this.#disconnect()
      if (this.#pending.size + this.#replies.size > 0) void this.#connect()
    } else if (message.type === 'status') {
      for (const callback of this.#watchers) callback(message.status)
    } else if (message.type === 'answer') {
      this.#pending.get(message.id)?.resolve(message.answer)
      this.#pending.delete(message.id)
    } else this.#replies.receive(message)
  }

  #dropped(): void {
    this.#port = undefined
    // In a stale extension context no host will ever answer.
    if (!browser.runtime?.id || ++this.#drops >= MAX_DROP_COUNT) this.#giveUp()
    else if (this.#isWanted()) void this.#connect()
  }

  #giveUp(): void {
    this.#drops = 0
    for (const callback of this.#watchers) callback({ state: 'failed', attempts: [] })
    this.#watchers.clear()
    for (const { resolve } of this.#pending.values()) resolve({ failure: 'network_failed' })
    this.#pending.clear()
    this.#replies.fail({ failure: 'network_failed' })
  }

  #isWanted(): boolean {
    return this.#pending.size + this.#replies.size + this.#watchers.size > 0
  }
}
