import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import '@tensorflow/tfjs-backend-wasm'
import { loadGraphModel } from '@tensorflow/tfjs-converter'
import { setBackend, type Tensor, tensor4d } from '@tensorflow/tfjs-core'
import { MODEL } from '../../scripts/evaluation/shipped-network.ts'

/** An operation of the network with its weights. Its output has the same name. */
export interface Layer {
  name: string
  kind: 'conv' | 'depthwise' | 'add' | 'mean' | 'dense'
  inputs: string[]
  /** conv [h, w, in, out], depthwise [h, w, channels, 1], dense [in, out]; empty without weights. */
  kernel: Float32Array
  kernelShape: number[]
  bias: Float32Array
  stride: number
  isRelu6: boolean
  /** Without the batch dimension. */
  outputShape: number[]
  /** Range of the output over the given pictures. */
  range: [low: number, high: number]
}

export interface Graph {
  /** Side of the input `image` in pixels. */
  size: number
  /** In execution order. The last one computes the logits. */
  layers: Layer[]
}

/** Left out, so that the peers compute the logits of the ten only: a little less than we do. */
const SECOND_HEAD = 'kinds'

const kinds: Record<string, Layer['kind']> = {
  _FusedConv2D: 'conv',
  FusedDepthwiseConv2dNative: 'depthwise',
  AddV2: 'add',
  Mean: 'mean',
  _FusedMatMul: 'dense',
}

interface Node {
  name: string
  op: string
  input?: string[]
  attr?: { strides?: { list: { i: string[] } }; fused_ops?: { list: { s: string[] } } }
}

/**
 * Reads the shipped network, and runs it to find the ranges of its values.
 * @param pictures RGB bytes [size, size, 3] each
 * @throws Error if the network has an unknown operation
 */
export async function readGraph(size: number, pictures: Uint8Array[]): Promise<Graph> {
  await setBackend('wasm')
  const { modelTopology, weightsManifest } = JSON.parse(await readFile(join(MODEL, 'model.json'), 'utf8'))
  const weightData = new Uint8Array(await readFile(join(MODEL, 'weights.bin'))).buffer
  const weightSpecs = weightsManifest.flatMap((group: { weights: unknown[] }) => group.weights)
  const model = await loadGraphModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) })
  const nodes = (modelTopology.node as Node[]).filter(
    ({ name, op }) => op !== 'Const' && op !== 'Placeholder' && name !== SECOND_HEAD,
  )
  const valuesOf = async (name = '') => (await model.weights[name]?.[0]?.data()) as Float32Array | undefined

  const layers = nodes.map(async ({ name, op, input = [], attr }): Promise<Layer> => {
    const kind = kinds[op]
    if (!kind) throw new Error(`The network has an operation ${op}, which cannot be exported.`)
    const [first = '', second = ''] = input
    return {
      name,
      kind,
      inputs: kind === 'add' ? [first, second] : [first],
      kernel: (kind !== 'mean' && (await valuesOf(second))) || new Float32Array(),
      kernelShape: model.weights[second]?.[0]?.shape ?? [],
      bias: (await valuesOf(input[2])) ?? new Float32Array(),
      stride: Number(attr?.strides?.list.i[1] ?? 1),
      isRelu6: attr?.fused_ops?.list.s.includes(btoa('Relu6')) ?? false,
      outputShape: [],
      range: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    }
  })
  const graph = { size, layers: await Promise.all(layers) }
  for (const picture of pictures) {
    const input = tensor4d(
      Float32Array.from(picture, byte => byte / 127.5 - 1),
      [1, size, size, 3],
    )
    const outputs = model.execute(
      input,
      graph.layers.map(({ name }) => name),
    ) as Tensor[]
    for (const [i, layer] of graph.layers.entries()) {
      layer.outputShape = outputs[i]?.shape.slice(1) ?? []
      for (const value of (await outputs[i]?.data()) ?? [])
        layer.range = [Math.min(layer.range[0], value), Math.max(layer.range[1], value)]
      outputs[i]?.dispose()
    }
    input.dispose()
  }
  model.dispose()
  return graph
}
