/** A convolution of the network, with the addition that follows it, if any; or `enlarge`, which doubles the sides of a tensor. */
export interface Layer {
  kind: 'first' | 'point' | 'depthwise' | 'enlarge'
  /** Name of its output. */
  name: string
  /** Name of its input. The first layer reads the picture. */
  input: string
  /** Name of the tensor that is added to its output. */
  residual?: string
  /** Prefix of its weights `<weights>/kernel` and `<weights>/bias`; '' if it has none. */
  weights: string
  stride: number
  isRelu6: boolean
  /** Input [inputSide, inputSide, depth]. */
  inputSide: number
  depth: number
  /** Output [side, side, channels]. */
  side: number
  channels: number
}

interface Node {
  name: string
  op: string
  input?: string[]
  attr?: Record<string, { list?: { i?: (string | number)[]; s?: string[] } }>
}

/**
 * Reads the convolutions out of `model.json`, in order.
 * @param shapeOf shape of a weight
 * @param size side of the picture, pixels
 * @throws Error if the graph has other operations than convolutions, additions and enlargements, and a classifier's head
 */
export function layersOf(topology: unknown, shapeOf: (weight: string) => number[], size: number): Layer[] {
  const { node: nodes } = (topology as { modelTopology: { node: Node[] } }).modelTopology
  const layers: Layer[] = []
  const find = (name: string | undefined) => layers.findLast(layer => layer.name === name)
  for (const node of nodes) {
    const last = layers.at(-1)
    const source = find(node.input?.[0])
    const inputSide = source?.side ?? size
    if (node.op === '_FusedConv2D') layers.push(layerOf(node, last ? 'point' : 'first', inputSide, shapeOf))
    else if (node.op === 'FusedDepthwiseConv2dNative') layers.push(layerOf(node, 'depthwise', inputSide, shapeOf))
    else if (node.op === 'ResizeNearestNeighbor') {
      if (!source || source.isRelu6) throw unknown(node)
      layers.push(enlargementOf(node, source))
    } else if (node.op === 'AddV2') {
      const [residual, added] = node.input ?? []
      const other = find(residual)
      if (!last || last.name !== added || last.isRelu6 || last.residual || last.kind === 'enlarge') throw unknown(node)
      if (!other || other.isRelu6 || other.side !== last.side || other.channels !== last.channels) throw unknown(node)
      Object.assign(last, { name: node.name, residual })
    } else if (!['Placeholder', 'Const', 'Mean', '_FusedMatMul'].includes(node.op)) throw unknown(node)
  }
  return layers
}

function enlargementOf({ name }: Node, { name: input, side, channels }: Layer): Layer {
  const sizes = { inputSide: side, depth: channels, side: side * 2, channels }
  return { kind: 'enlarge', name, input, weights: '', stride: 1, isRelu6: false, ...sizes }
}

function layerOf(node: Node, kind: Layer['kind'], inputSide: number, shapeOf: (weight: string) => number[]): Layer {
  const [input = '', kernel = ''] = node.input ?? []
  const [kernelSide, , depth = 0, last = 0] = shapeOf(kernel)
  const stride = Number(node.attr?.strides?.list?.i?.[1])
  const operations = node.attr?.fused_ops?.list?.s?.map(atob).join()
  const isRelu6 = operations === 'BiasAdd,Relu6'
  const isKnown =
    kernelSide === (kind === 'point' ? 1 : 3) &&
    stride === (kind === 'first' ? 2 : kind === 'point' ? 1 : stride) &&
    (stride === 1 || (stride === 2 && inputSide % 2 === 0)) &&
    (isRelu6 || (kind === 'point' && operations === 'BiasAdd'))
  if (!isKnown) throw unknown(node)
  const channels = kind === 'depthwise' ? depth : last
  const weights = kernel.replace(/\/kernel$/, '')
  const sizes = { inputSide, depth, side: inputSide / stride, channels }
  return { kind, name: node.name, input, weights, stride, isRelu6, ...sizes }
}

function unknown({ name, op }: Node): Error {
  return new Error(`the integer network has no place for ${name} (${op})`)
}
