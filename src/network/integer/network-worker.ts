/** A worker that runs the integer network. */
import { collectGarbageAtRest } from '../../async/collect-garbage-at-rest.ts'
import { collectGarbageEvery } from '../../async/collect-garbage-every.ts'
import { IdleTimer } from '../../async/idle-timer.ts'
import type { Network } from '../network.ts'
import type { Classified, FromNetwork, NetworkTask, ToNetwork } from './network-messages.ts'
import { openIntegerNetwork } from './open-integer-network.ts'

/** Number of pictures after which their garbage is collected. */
const COLLECT_AFTER_COUNT = 200

let network: Network | undefined
const collectGarbage = collectGarbageEvery(COLLECT_AFTER_COUNT)
const idle = new IdleTimer(collectGarbageAtRest, () => false)

addEventListener('message', async ({ data: { id, ...task } }: MessageEvent<ToNetwork>) => {
  try {
    const result = await work(task)
    answer({ id, result }, typeof result === 'number' ? [] : result.pictures.map(({ buffer }) => buffer as ArrayBuffer))
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error))
    answer({ id, failure: { message, cause } })
  } finally {
    collectGarbage()
    idle.restart()
  }
})

async function work(task: NetworkTask): Promise<number | Classified> {
  if (task.type === 'open') {
    network = await openIntegerNetwork(task.files)
    return network.memory()
  }
  if (!network) throw new Error('the network is not open')
  return { outputs: await network.classify(task.pictures), pictures: task.pictures }
}

function answer(message: FromNetwork, transfer: ArrayBuffer[] = []): void {
  postMessage(message, { transfer })
}
