import type { Browser, Target } from 'puppeteer'

/** Collects what nothing hostile may cause: crashed processes, a closed inference host, uncaught errors of the extension. */
export class Faults {
  #found: string[] = []
  #waiting: (() => void)[] = []
  readonly #own: string

  private constructor(extensionId: string) {
    this.#own = `chrome-extension://${extensionId}/`
  }

  /** Begins to watch a browser. */
  static async watch(browser: Browser, extensionId: string): Promise<Faults> {
    const faults = new Faults(extensionId)
    browser.on('disconnected', () => faults.#note('The browser has ended.'))
    const session = await browser.target().createCDPSession()
    session.on('Target.targetCrashed', ({ targetId, status }) =>
      faults.#note(`A process has crashed: ${status} (${targetId})`),
    )
    await session.send('Target.setDiscoverTargets', { discover: true })
    browser.on('targetcreated', target => void faults.#listenTo(target))
    browser.on('targetdestroyed', target => {
      if (faults.#isHost(target)) faults.#note('The inference host has closed.')
    })
    await Promise.all(browser.targets().map(target => faults.#listenTo(target)))
    return faults
  }

  /** All that was found so far. */
  get found(): readonly string[] {
    return this.#found
  }

  /** Resolves once something is found. */
  async first(): Promise<void> {
    if (this.#found.length === 0) await new Promise<void>(resolve => this.#waiting.push(resolve))
  }

  /** Notes something that was found elsewhere. */
  note(fault: string): void {
    this.#note(fault)
  }

  #isHost(target: Target): boolean {
    return target.url().startsWith(`${this.#own}src/inference/index.html`)
  }

  /**
   * Through the sessions that puppeteer has anyway. With a further session on the host, its workers sometimes never started:
   * probably nobody resumed them, as each waits for its debugger.
   */
  async #listenTo(target: Target): Promise<void> {
    const type = target.type()
    const hear = (said: string) => {
      // A page may throw what it likes.
      if (said.includes(this.#own)) this.#note(`An uncaught error in ${target.url().slice(0, 100)}: ${said}`)
    }
    try {
      if (type === 'service_worker') {
        const worker = await target.worker()
        worker?.client.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, url = '', text } }) =>
          hear(`${exception?.description ?? text} ${url}`),
        )
      }
      if (type !== 'page' && type !== 'background_page') return
      const page = await (type === 'page' ? target.page() : target.asPage())
      page?.on('pageerror', error => hear(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    } catch {
      // It has gone by now.
    }
  }

  #note(fault: string): void {
    this.#found.push(fault)
    for (const tell of this.#waiting.splice(0)) tell()
  }
}
