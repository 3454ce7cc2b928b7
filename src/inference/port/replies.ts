import type browser from 'webextension-polyfill'
import type { FromHost } from '../../messages/host-port.ts'

/** Least time between two posts of answers while others are to come, too short for a person to notice. */
const ANSWERS_INTERVAL_MS = 50

/** Sends one client what the host has to say, in order. Answers that come in quick succession share a post. */
export class Replies {
  #waiting: FromHost[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #port: browser.Runtime.Port

  constructor(port: browser.Runtime.Port) {
    this.#port = port
  }

  /** @param mayWait for an answer that others will follow; anything else is sent at once */
  send(message: FromHost, mayWait = false): void {
    this.#waiting.push(message)
    if (!mayWait) this.flush()
    else if (this.#timer === undefined) this.#flushAndWait()
  }

  /** Sends what waits, unless the client has disconnected. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const waiting = this.#waiting
    this.#waiting = []
    try {
      if (waiting.length > 0) this.#port.postMessage(waiting.length > 1 ? waiting : waiting[0])
    } catch {}
  }

  #flushAndWait(): void {
    this.flush()
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#waiting.length > 0) this.#flushAndWait()
    }, ANSWERS_INTERVAL_MS)
  }
}
