import { WorkerClient } from '../../async/worker-client.ts'
import type { Network, NetworkFiles } from '../network.ts'
import type { Classified, NetworkTask, NetworkTrouble } from './network-messages.ts'

/**
 * Runs the integer network in its own worker. A run blocks its thread, and other workers need the document's thread for
 * more than messages: drawing on a canvas or reading a video frame in a worker waits for it too.
 * @throws Error as `openIntegerNetwork`, or if the worker does not start
 */
export async function openInWorker({ card, topology, ranges, weights, kernels }: NetworkFiles): Promise<Network> {
  const worker = new Worker(new URL('./network-worker.ts', import.meta.url), { type: 'module' })
  const client = new WorkerClient<NetworkTask, NetworkTrouble>({
    open: () => worker,
    toError: ({ message, cause }) => new Error(message, { cause }),
  })
  try {
    const files = { card, topology, ranges, weights, kernels }
    const bytes = await Promise.race([client.ask<number>({ type: 'open', files }), brokenStart(worker)])
    return {
      backend: 'wasm',
      adapter: '',
      batchSize: 1,
      classify: createClassify(client),
      memory: () => bytes,
      dispose: () => worker.terminate(),
    }
  } catch (error) {
    worker.terminate()
    throw error
  }
}

/**
 * Sends copies, because a failed run is repeated with the same pictures. The worker returns the buffers: as garbage they
 * would pile up there, because hardly anything else triggers a collection.
 */
function createClassify(client: WorkerClient<NetworkTask, NetworkTrouble>): Network['classify'] {
  const buffersForReuse: Uint8Array[] = []
  return async pictures => {
    const copies = pictures.map(picture => {
      const copy =
        buffersForReuse[0]?.length === picture.length
          ? (buffersForReuse.shift() as Uint8Array)
          : new Uint8Array(picture.length)
      copy.set(picture)
      return copy
    })
    const buffers = copies.map(({ buffer }) => buffer as ArrayBuffer)
    const { outputs, pictures: back } = await client.ask<Classified>({ type: 'classify', pictures: copies }, buffers)
    buffersForReuse.push(...back)
    return outputs
  }
}

function brokenStart(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker did not start')))
  })
}
