import { readNetworkFiles } from '../../../src/inference/engine/network-files.ts'
import type { Backend } from '../../../src/network/backend.ts'
import { openNetwork } from '../../../src/network/open-network.ts'
import type { Open } from './competitor.ts'

/** The network as the extension runs it. */
export const openOurs =
  (backend: Backend): Open =>
  async () => {
    const network = await openNetwork({ ...(await readNetworkFiles()), backend, allowSoftware: true })
    return {
      run: async pictures => (await network.classify(pictures)).flatMap(({ logits }) => Array.from(logits)),
      close: () => network.dispose(),
    }
  }
