import type { ClassNetwork, Network } from './network.ts'

/** A network whose outputs also have logits of the kinds, computed by `kindHead` from the embedding. */
export function withKinds(network: ClassNetwork, kindsOf: (embedding: Float32Array) => Float32Array): Network {
  const { backend, adapter, batchSize } = network
  return {
    backend,
    adapter,
    batchSize,
    async classify(pictures) {
      const outputs = await network.classify(pictures)
      return outputs.map(output => ({ ...output, kinds: kindsOf(output.embedding) }))
    },
    memory: () => network.memory(),
    dispose: () => network.dispose(),
  }
}
