import type { Backend } from '../../network/backend.ts'
import { type Choice, chooseBackend, refusalOf } from '../../network/choose-backend.ts'
import type { Network, NetworkFiles, Output } from '../../network/network.ts'
import type { HostStatus } from '../client/host-status.ts'
import { inTime, PictureError } from '../picture-error.ts'
import { recall, remember } from './remembered-backend.ts'

/** Milliseconds for one batch. A software GPU needs most of a minute for its first one, while it compiles. */
const RUN_DEADLINE = 120_000
/** Milliseconds for asking the GPU's name. */
const RECALL_DEADLINE = 3000
/** Two failures of a GPU within this many milliseconds, and it is left for the next attempt. */
const GPU_PATIENCE = 60_000

/** So many batches count for the speed that is shown. */
const TIMES = 15

/** Keeps one network running: chooses its backend, and starts it anew where it fails. */
export class Engine {
  #status: HostStatus = { state: 'starting' }
  /** Milliseconds a picture of the latest batches. */
  #times: number[] = []
  /** When the latest batch ended. */
  #answeredAt = 0
  #choice: Promise<Choice>
  /** The one in use. */
  #network: Network | undefined
  /** The backend was left until there is something to run. */
  #isResting = false
  /** The one that failed last. */
  #failed: Network | undefined
  #gpuFailedAt = Number.NEGATIVE_INFINITY
  readonly #files: () => Promise<NetworkFiles>
  readonly #allowSoftware: boolean
  readonly #onStatus: (status: HostStatus) => void

  /** @param forced a backend that is used whatever its speed, software adapters included; WASM stays the safety net */
  constructor(files: () => Promise<NetworkFiles>, forced: Backend | undefined, onStatus: (status: HostStatus) => void) {
    this.#files = files
    this.#onStatus = onStatus
    this.#allowSoftware = forced !== undefined
    // While the GPU is asked for its name, they are read.
    const read = files()
    // Whoever awaits them hears of a failure.
    read.catch(() => {})
    this.#choice = forced ? this.#forced(forced, read) : this.#automatic(read)
  }

  /** The state, with the speed of real pictures as soon as there were some: the first runs are slower than all later ones. */
  get status(): HostStatus {
    if (this.#status.state !== 'ready') return this.#status
    const milliseconds = this.#times.toSorted((a, b) => a - b)[this.#times.length >> 1] ?? this.#status.milliseconds
    return { ...this.#status, milliseconds, memory: this.#network?.memory() ?? this.#status.memory }
  }

  /** Pictures to run at once. */
  get batchSize(): number {
    return this.#network?.batchSize ?? 1
  }

  /**
   * Runs a batch; where the backend fails, once more on a fresh one.
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

  /** Gives a GPU's memory back until the next run. On WASM the network stays: it is small, and would take long to fetch. */
  async rest(): Promise<void> {
    const { network } = await this.#choice
    if (network?.backend !== 'webgpu' || this.#isResting || this.#status.state !== 'ready') return
    this.#isResting = true
    this.#network = undefined
    this.#status = { ...this.#status, memory: 0 }
    network.dispose()
  }

  async #ready(): Promise<Network> {
    if (this.#isResting) {
      this.#isResting = false
      this.#choice = this.#forced('webgpu', this.#files())
    }
    const { network } = await this.#choice
    if (!network) throw new PictureError('network_failed')
    return network
  }

  async #runOn(network: Network, pictures: Uint8Array[]) {
    const asked = performance.now()
    const outputs = await inTime(network.classify(pictures), RUN_DEADLINE, 'network_failed')
    const now = performance.now()
    // It may have waited for the batch before.
    const milliseconds = (now - Math.max(asked, this.#answeredAt)) / pictures.length
    this.#answeredAt = now
    this.#times = [...this.#times, milliseconds].slice(-TIMES)
    return { outputs, backend: network.backend, milliseconds }
  }

  async #restart(failed: Network): Promise<void> {
    // It may have had two batches, of which the second finds this done.
    if (failed !== this.#failed) {
      this.#failed = failed
      const { backend } = failed
      const isHopeless = backend === 'webgpu' && performance.now() - this.#gpuFailedAt < GPU_PATIENCE
      if (backend === 'webgpu') this.#gpuFailedAt = performance.now()
      // Its worker would stay, or its memory on a GPU that is only slow.
      failed.dispose()
      this.#choice = this.#open(isHopeless ? ['wasm'] : [backend, 'wasm'], this.#files(), true)
    }
    await this.#choice
  }

  async #automatic(read: Promise<NetworkFiles>): Promise<Choice> {
    const remembered = await inTime(recall(), RECALL_DEADLINE).catch(() => undefined)
    if (remembered) return this.#forced(remembered, read)
    const choice = await this.#open(['webgpu', 'wasm'], read)
    const { network, attempts } = choice
    // Where one attempt was refused there was no contest, and the refusal may pass.
    if (network && attempts.every(attempt => 'milliseconds' in attempt)) await remember(network.backend).catch(() => {})
    return choice
  }

  #forced(backend: Backend, read: Promise<NetworkFiles>): Promise<Choice> {
    return this.#open(backend === 'wasm' ? ['wasm'] : [backend, 'wasm'], read, true)
  }

  /** @param firstThatWorks instead of the fastest */
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

  /** Never rejects: what goes wrong outside the attempts counts against all of them. */
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
