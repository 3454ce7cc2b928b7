import type { Failure } from '../../apparel/failure.ts'
import { onAbort } from '../../async/on-abort.ts'
import type { PictureGarments } from '../../garments/picture-garments.ts'
import type { FromHost, Taught, ToHost } from '../../messages/host-port.ts'

/** A message that gets one reply, with a result. */
export type Asked = Extract<ToHost, { type: 'teach' | 'untell' | 'find-garments' }>

/** The host's reply to a message. */
export type ReplyTo<Message extends Asked> =
  | (Message extends { type: 'find-garments' } ? PictureGarments : Taught)
  | Failure

/** A client's messages to which the host has not replied. */
export class PendingReplies {
  #asked = new Map<number, { message: Asked; resolve(result: never): void }>()
  #watchers = new Set<() => void>()

  /** Number of messages. */
  get size(): number {
    return this.#asked.size
  }

  /** What to send again to another host. */
  get messages(): Asked[] {
    return Array.from(this.#asked.values(), ({ message }) => message)
  }

  /** @param send called once the message is noted @returns the host's reply */
  add<Message extends Asked>(message: Message, send: () => void): Promise<ReplyTo<Message>> {
    const result = new Promise<ReplyTo<Message>>(resolve => this.#asked.set(message.id, { message, resolve }))
    send()
    return result
  }

  /** Takes what the host says. */
  receive(message: Extract<FromHost, { type: 'taught' | 'garments' | 'learned' }>): void {
    if (message.type === 'learned') {
      for (const callback of this.#watchers) callback()
      return
    }
    this.#asked.get(message.id)?.resolve(message.result as never)
    this.#asked.delete(message.id)
  }

  /** Forgets a message. @returns whether it was waiting */
  cancel(id: number): boolean {
    return this.#asked.delete(id)
  }

  /** Calls back after each change of what the user has taught, until the signal is aborted. */
  watch(callback: () => void, signal: AbortSignal): void {
    this.#watchers.add(callback)
    onAbort(signal, () => this.#watchers.delete(callback))
  }

  /** Ends all messages. */
  fail(failure: Failure): void {
    for (const { resolve } of this.#asked.values()) resolve(failure as never)
    this.#asked.clear()
  }

  /** Forgets all messages. */
  clear(): void {
    this.#asked.clear()
  }
}
