/** A worker in which the network runs. */
import type { Network, Output } from '../network.ts'
import type { FromNetwork, NetworkTask, ToNetwork } from './network-messages.ts'
import { openIntegerNetwork } from './open-integer-network.ts'

let network: Network | undefined

addEventListener('message', async ({ data: { id, ...task } }: MessageEvent<ToNetwork>) => {
  try {
    answer({ id, result: await work(task) })
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error))
    answer({ id, failure: { message, cause } })
  }
})

async function work(task: NetworkTask): Promise<number | Output[]> {
  if (task.type === 'open') {
    network = await openIntegerNetwork(task.files)
    return network.memory()
  }
  if (!network) throw new Error('the network is not open')
  return network.classify(task.pictures)
}

function answer(message: FromNetwork): void {
  postMessage(message)
}
