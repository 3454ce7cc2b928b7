import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Backend } from './backend.ts'
import { chooseBackend } from './choose-backend.ts'
import { openInWorker } from './integer/open-in-worker.ts'
import type { Network, NetworkFiles } from './network.ts'
import { openNetwork } from './open-network.ts'

vi.mock('./open-network.ts')
vi.mock('./integer/open-in-worker.ts')

const golden = { logits: [1, 2], tolerance: 0.1 }
const files = { card: { inputSize: 8, golden }, ranges: { golden: golden.logits } } as unknown as NetworkFiles

/** A backend whose runs take so many milliseconds. */
function network(backend: Backend, milliseconds: number, logits = golden.logits) {
  const dispose = vi.fn()
  const classify = async () => {
    vi.advanceTimersByTime(milliseconds)
    return [{ logits: Float32Array.from(logits) }]
  }
  return { backend, classify, dispose } as unknown as Network & { dispose: typeof dispose }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

async function choose(webgpu: Network | Error, wasm: Network) {
  vi.mocked(openNetwork).mockImplementation(async () => {
    if (webgpu instanceof Error) throw webgpu
    return webgpu
  })
  vi.mocked(openInWorker).mockResolvedValue(wasm as Awaited<ReturnType<typeof openInWorker>>)
  return chooseBackend(files, ['webgpu', 'wasm'])
}

describe('chooseBackend', () => {
  it.each([
    { gpuMs: 1, cpuMs: 5, chosen: 'webgpu' },
    { gpuMs: 2, cpuMs: 5, chosen: 'webgpu' },
    // Both take as long, or nearly: the processor alone takes less energy.
    { gpuMs: 4, cpuMs: 5, chosen: 'wasm' },
    { gpuMs: 5, cpuMs: 5, chosen: 'wasm' },
    { gpuMs: 300, cpuMs: 20, chosen: 'wasm' },
  ])('takes $chosen where a run takes $gpuMs ms on the GPU and $cpuMs on the processor', async one => {
    const both = [network('webgpu', one.gpuMs), network('wasm', one.cpuMs)] as const
    const { network: kept, milliseconds, attempts } = await choose(...both)
    expect(kept?.backend).toBe(one.chosen)
    expect(milliseconds).toBe(one.chosen === 'wasm' ? one.cpuMs : one.gpuMs)
    expect(attempts).toHaveLength(2)
    for (const each of both) expect(each.dispose).toHaveBeenCalledTimes(each === kept ? 0 : 1)
  })

  it('refuses a backend that computes nonsense, however fast', async () => {
    const wrong = network('webgpu', 1, [1, 2.2])
    const { network: kept, attempts } = await choose(wrong, network('wasm', 20))
    expect(kept?.backend).toBe('wasm')
    expect(attempts[0]).toMatchObject({ backend: 'webgpu', reason: 'wrong' })
    expect(wrong.dispose).toHaveBeenCalled()
  })

  it('says why a backend does not start', async () => {
    const { network: kept, attempts } = await choose(
      new Error('no WebGPU adapter', { cause: 'no_adapter' }),
      network('wasm', 20),
    )
    expect(kept?.backend).toBe('wasm')
    expect(attempts[0]).toMatchObject({ refused: 'no WebGPU adapter', reason: 'no_adapter' })
  })
})
