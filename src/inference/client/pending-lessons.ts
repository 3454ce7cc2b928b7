import type { Failure } from '../../apparel/failure.ts'
import { onAbort } from '../../async/on-abort.ts'
import type { FromHost, Taught, ToHost } from '../../messages/host-port.ts'

/** A message that teaches, or takes a lesson back. */
export type Lesson = Extract<ToHost, { type: 'teach' | 'untell' }>

type Result = Taught | Failure

/** A client's lessons that the host has not confirmed. */
export class PendingLessons {
  #lessons = new Map<number, { message: Lesson; resolve(result: Result): void }>()
  #watchers = new Set<() => void>()

  /** Number of lessons. */
  get size(): number {
    return this.#lessons.size
  }

  /** What to send again to another host. */
  get messages(): Lesson[] {
    return Array.from(this.#lessons.values(), ({ message }) => message)
  }

  /** @param send called once the lesson is noted @returns the host's reply */
  add(message: Lesson, send: () => void): Promise<Result> {
    const result = new Promise<Result>(resolve => this.#lessons.set(message.id, { message, resolve }))
    send()
    return result
  }

  /** Takes what the host says. */
  receive(message: Extract<FromHost, { type: 'taught' | 'learned' }>): void {
    if (message.type === 'learned') {
      for (const callback of this.#watchers) callback()
      return
    }
    this.#lessons.get(message.id)?.resolve(message.result)
    this.#lessons.delete(message.id)
  }

  /** Calls back after each change of what the user has taught, until the signal is aborted. */
  watch(callback: () => void, signal: AbortSignal): void {
    this.#watchers.add(callback)
    onAbort(signal, () => this.#watchers.delete(callback))
  }

  /** Ends all lessons. */
  fail(failure: Failure): void {
    for (const { resolve } of this.#lessons.values()) resolve(failure)
    this.#lessons.clear()
  }

  /** Forgets all lessons. */
  clear(): void {
    this.#lessons.clear()
  }
}
