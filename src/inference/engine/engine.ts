import type { Backend } from '../../network/backend.ts'
import { type Choice, chooseBackend, refusalOf } from '../../network/choose-backend.ts'
import type { Network, NetworkFiles, Output } from '../../network/network.ts'
import type { HostStatus } from '../client/host-status.ts'
import { inTime, PictureError } from '../picture-error.ts'
import { readRemembered, remember } from './remembered-backend.ts'

/** Time limit for one batch. A software GPU needs most of a minute for the first, while it compiles. */
const RUN_TIMEOUT_MS = 120_000
/** Time limit for asking the GPU's name. */
const REMEMBERED_TIMEOUT_MS = 3000
/** After two GPU failures within this time, the next attempt uses WASM. */
const GPU_FAILURE_WINDOW_MS = 60_000

/** The displayed speed is the median of this many batches. */
const TIMED_BATCH_COUNT = 15

/** Keeps one network running: chooses its backend, and restarts it after a failure. */
export class Engine {
  #status: HostStatus = { state: 'starting' }
  /** Milliseconds per picture of the latest batches. */
  #times: number[] = []
  /** When the latest batch ended, by `performance.now()`. */
  #answeredAt = 0
  #choice: Promise<Choice>
  /** The network in use. */
  #network: Network | undefined
  /** Whether the GPU was released until the next run. */
  #isReleased = false
  /** The network that failed last. */
  #failed: Network | undefined
  #gpuFailedAt = Number.NEGATIVE_INFINITY
  readonly #files: () => Promise<NetworkFiles>
  readonly #allowSoftware: boolean
  readonly #onStatus: (status: HostStatus) => void

  /** @param forced a backend to use whatever its speed, software adapters included, with WASM as the fallback */
  constructor(files: () => Promise<NetworkFiles>, forced: Backend | undefined, onStatus: (status: HostStatus) => void) {
    this.#files = files
    this.#onStatus = onStatus
    this.#allowSoftware = forced !== undefined
    // Read the files while waiting for the GPU's name.
    const read = files()
    // Whoever awaits them handles a failure.
    read.catch(() => {})
    this.#choice = forced ? this.#forced(forced, read) : this.#automatic(read)
  }

  /** The state. The speed is that of real pictures once there are any, because the first runs are slower than the rest. */
  get status(): HostStatus {
    if (this.#status.state !== 'ready') return this.#status
    const milliseconds = this.#times.toSorted((a, b) => a - b)[this.#times.length >> 1] ?? this.#status.milliseconds
    return { ...this.#status, milliseconds, memory: this.#network?.memory() ?? this.#status.memory }
  }

  /** Pictures per batch. */
  get batchSize(): number {
    return this.#network?.batchSize ?? 1
  }

  /**
   * Runs a batch. If the backend fails, tries once more on a fresh one.
   * @throws PictureError `network_failed`
   */
  async run(pictures: Uint8Array[]): Promise<{ outputs: Output[]; backend: Backend; milliseconds: number }> {
    const network = await this.#ready()
    try {
      return await this.#runOn(network, pictures)
    } catch {
      await this.#restart(network)
      return await this.#runOn(await this.#ready(), pictures)
    }
  }

  /** Releases the GPU's memory until the next run. A network on WASM stays: it is small and slow to load. */
  async releaseGpu(): Promise<void> {
    const { network } = await this.#choice
    if (network?.backend !== 'webgpu' || this.#isReleased || this.#status.state !== 'ready') return
    this.#isReleased = true
    this.#network = undefined
    this.#status = { ...this.#status, memory: 0 }
    network.dispose()
  }

  async #ready(): Promise<Network> {
    if (this.#isReleased) {
      this.#isReleased = false
      this.#choice = this.#forced('webgpu', this.#files())
    }
    const { network } = await this.#choice
    if (!network) throw new PictureError('network_failed')
    return network
  }

  async #runOn(network: Network, pictures: Uint8Array[]) {
    const startedAt = performance.now()
    const outputs = await inTime(network.classify(pictures), RUN_TIMEOUT_MS, 'network_failed')
    const now = performance.now()
    // It may have waited for the previous batch.
    const milliseconds = (now - Math.max(startedAt, this.#answeredAt)) / pictures.length
    this.#answeredAt = now
    this.#times = [...this.#times, milliseconds].slice(-TIMED_BATCH_COUNT)
    return { outputs, backend: network.backend, milliseconds }
  }

  async #restart(failed: Network): Promise<void> {
    // If it had two batches, the second one finds the restart done.
    if (failed !== this.#failed) {
      this.#failed = failed
      const { backend } = failed
      const isHopeless = backend === 'webgpu' && performance.now() - this.#gpuFailedAt < GPU_FAILURE_WINDOW_MS
      if (backend === 'webgpu') this.#gpuFailedAt = performance.now()
      // Otherwise its worker would stay, or the memory on a GPU that is merely slow.
      failed.dispose()
      this.#choice = this.#open(isHopeless ? ['wasm'] : [backend, 'wasm'], this.#files(), true)
    }
    await this.#choice
  }

  async #automatic(read: Promise<NetworkFiles>): Promise<Choice> {
    const remembered = await inTime(readRemembered(), REMEMBERED_TIMEOUT_MS).catch(() => undefined)
    if (remembered) return this.#forced(remembered, read)
    const choice = await this.#open(['webgpu', 'wasm'], read)
    const { network, attempts } = choice
    // If a backend was refused there was no comparison, and the refusal may be temporary.
    if (network && attempts.every(attempt => 'milliseconds' in attempt)) await remember(network.backend).catch(() => {})
    return choice
  }

  #forced(backend: Backend, read: Promise<NetworkFiles>): Promise<Choice> {
    return this.#open(backend === 'wasm' ? ['wasm'] : [backend, 'wasm'], read, true)
  }

  /** @param firstThatWorks take the first backend that works instead of the cheapest */
  async #open(backends: Backend[], read: Promise<NetworkFiles>, firstThatWorks = false): Promise<Choice> {
    this.#show({ state: 'starting' })
    const choice = await this.#chooseBackend(backends, read, firstThatWorks)
    const { network, milliseconds, attempts } = choice
    this.#network = network
    this.#show(
      network
        ? {
            state: 'ready',
            backend: network.backend,
            adapter: network.adapter,
            milliseconds,
            memory: network.memory(),
            attempts,
          }
        : { state: 'failed', attempts },
    )
    return choice
  }

  /** Never rejects: an error outside the attempts counts as a failure of every backend. */
  async #chooseBackend(backends: Backend[], read: Promise<NetworkFiles>, firstThatWorks: boolean): Promise<Choice> {
    try {
      return await chooseBackend({ ...(await read), allowSoftware: this.#allowSoftware }, backends, firstThatWorks)
    } catch (error) {
      return { network: undefined, milliseconds: 0, attempts: backends.map(backend => refusalOf(backend, error)) }
    }
  }

  #show(status: HostStatus): void {
    this.#status = status
    this.#times = []
    this.#onStatus(status)
  }
}
