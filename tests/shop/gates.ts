/** Named gates. Each is closed until it is opened for good. */
export class Gates {
  #opened = new Set<string>()
  #waiting: { name: string; go(): void }[] = []

  /** Resolves when the gate is open. */
  async pass(name: string): Promise<void> {
    if (!this.#opened.has(name)) await new Promise<void>(go => this.#waiting.push({ name, go }))
  }

  open(name: string): void {
    this.#opened.add(name)
    for (const waiter of this.#waiting) if (waiter.name === name) waiter.go()
  }
}
