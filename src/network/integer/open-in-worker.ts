import { WorkerClient } from '../../async/worker-client.ts'
import type { Network, NetworkFiles } from '../network.ts'
import type { Classified, NetworkTask, NetworkTrouble } from './network-messages.ts'

/**
 * Runs the network of integers in a worker of its own. A run holds its thread until it ends, and other workers need the
 * page's thread not only for messages: a worker that draws on a canvas or reads a video frame waits for it too, unseen.
 * @throws Error as `openIntegerNetwork`, or where the worker does not start
 */
export async function openInWorker({ card, topology, ranges, weights, kernels }: NetworkFiles): Promise<Network> {
  const worker = new Worker(new URL('./network-worker.ts', import.meta.url), { type: 'module' })
  const line = new WorkerClient<NetworkTask, NetworkTrouble>({
    open: () => worker,
    toError: ({ message, cause }) => new Error(message, { cause }),
  })
  try {
    const files = { card, topology, ranges, weights, kernels }
    const bytes = await Promise.race([line.ask<number>({ type: 'open', files }), brokenStart(worker)])
    return {
      backend: 'wasm',
      adapter: '',
      batchSize: 1,
      classify: createClassify(line),
      memory: () => bytes,
      dispose: () => worker.terminate(),
    }
  } catch (error) {
    worker.terminate()
    throw error
  }
}

/**
 * Copies go there, since a network that fails is asked again with the same pictures. Their memory comes back: as garbage it
 * would pile up there, because hardly anything else calls the collector.
 */
function createClassify(line: WorkerClient<NetworkTask, NetworkTrouble>): Network['classify'] {
  const spares: Uint8Array[] = []
  return async pictures => {
    const copies = pictures.map(picture => {
      const copy =
        spares[0]?.length === picture.length ? (spares.shift() as Uint8Array) : new Uint8Array(picture.length)
      copy.set(picture)
      return copy
    })
    const buffers = copies.map(({ buffer }) => buffer as ArrayBuffer)
    const { outputs, pictures: back } = await line.ask<Classified>({ type: 'classify', pictures: copies }, buffers)
    spares.push(...back)
    return outputs
  }
}

function brokenStart(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker did not start')))
  })
}
