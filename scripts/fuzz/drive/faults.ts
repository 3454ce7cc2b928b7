import type { Browser, CDPSession, Target } from 'puppeteer'

/** Collects what nothing hostile may cause: crashed processes, a closed inference host, uncaught errors of the extension. */
export class Faults {
  #found: string[] = []
  #waiting: (() => void)[] = []
  readonly #own: string
  readonly #expected = new WeakSet<Target>()

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
      if (faults.#isHost(target) && !faults.#expected.has(target)) faults.#note('The inference host has closed.')
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

  async #listenTo(target: Target): Promise<void> {
    if (!['page', 'background_page', 'service_worker', 'other', 'iframe'].includes(target.type())) return
    try {
      const session: CDPSession = await target.createCDPSession()
      session.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, url = '', text, stackTrace } }) => {
        const said = exception?.description ?? text
        const where = [url, said, ...(stackTrace?.callFrames ?? []).map(frame => frame.url)].join(' ')
        // A page may throw what it likes.
        if (where.includes(this.#own)) this.#note(`An uncaught error in ${target.url().slice(0, 100)}: ${said}`)
      })
      await session.send('Runtime.enable')
    } catch {
      // It has gone by now.
    }
  }

  #note(fault: string): void {
    this.#found.push(fault)
    for (const tell of this.#waiting.splice(0)) tell()
  }
}
