import { beforeEach, expect, it, vi } from 'vitest'
import type { Backend } from '../../network/backend.ts'
import { chooseBackend } from '../../network/choose-backend.ts'
import type { NetworkFiles } from '../../network/network.ts'
import { Engine } from './engine.ts'

vi.mock('../../network/choose-backend.ts')

const dispose = vi.fn()
const classify = vi.fn(async (pictures: Uint8Array[]) => pictures.map(() => ({})))

beforeEach(() => {
  vi.clearAllMocks()
  vi.mocked(chooseBackend).mockImplementation(async (_, [backend = 'wasm']) => {
    const memory = () => 9e6
    const network = { backend, adapter: '', batchSize: 1, memory, dispose, classify }
    return { network, milliseconds: 1, attempts: [{ backend, milliseconds: 1 }] } as never
  })
})

const engineOn = (backend: Backend) =>
  new Engine(
    async () => ({}) as NetworkFiles,
    backend,
    () => {},
  )
const picture = [new Uint8Array()]

it('releases the GPU, and opens it again for the next picture', async () => {
  const engine = engineOn('webgpu')
  await engine.run(picture)
  await engine.releaseGpu()
  expect(dispose).toHaveBeenCalledOnce()
  expect(engine.status).toMatchObject({ state: 'ready', backend: 'webgpu', memory: 0 })
  await engine.releaseGpu()
  expect(dispose).toHaveBeenCalledOnce()

  expect(await engine.run(picture)).toMatchObject({ backend: 'webgpu' })
  expect(chooseBackend).toHaveBeenCalledTimes(2)
  expect(vi.mocked(chooseBackend).mock.calls[1]?.[1]).toEqual(['webgpu', 'wasm'])
  expect(engine.status).toMatchObject({ memory: 9e6 })
  await engine.run(picture)
  expect(chooseBackend).toHaveBeenCalledTimes(2)
})

it('keeps a network on WASM', async () => {
  const engine = engineOn('wasm')
  await engine.run(picture)
  await engine.releaseGpu()
  await engine.run(picture)
  expect(dispose).not.toHaveBeenCalled()
  expect(chooseBackend).toHaveBeenCalledOnce()
})

it('restarts a network once when two batches fail on it', async () => {
  const engine = engineOn('wasm')
  await engine.run(picture)
  classify.mockRejectedValueOnce(new Error('broken')).mockRejectedValueOnce(new Error('broken'))
  const answers = await Promise.all([engine.run(picture), engine.run(picture)])
  expect(answers).toMatchObject([{ backend: 'wasm' }, { backend: 'wasm' }])
  expect(chooseBackend).toHaveBeenCalledTimes(2)
  expect(dispose).toHaveBeenCalledOnce()
})
