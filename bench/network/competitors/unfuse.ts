/** The part of a TensorFlow graph that is used here. */
export interface GraphDef {
  node: GraphNode[]
}
interface GraphNode {
  name: string
  op: string
  input?: string[]
  attr?: Record<string, unknown>
}

const single: Record<string, string> = {
  _FusedConv2D: 'Conv2D',
  FusedDepthwiseConv2dNative: 'DepthwiseConv2dNative',
}

/** Splits fused operations into convolution, bias and ReLU6, as in Keras. */
export function unfuse(graph: GraphDef): GraphDef {
  return { ...graph, node: graph.node.flatMap(node => (node.op in single ? takeApart(node) : [node])) }
}

function takeApart({ name, op, input = [], attr = {} }: GraphNode): GraphNode[] {
  const { fused_ops, num_args: _, ...rest } = attr as Record<string, unknown> & { fused_ops: { list: { s: string[] } } }
  const [image = '', kernel = '', bias = ''] = input
  const isRelu6 = fused_ops.list.s.includes(btoa('Relu6'))
  const T = { type: 'DT_FLOAT' }
  return [
    { name: `${name}/convolution`, op: single[op] as string, input: [image, kernel], attr: rest },
    {
      name: isRelu6 ? `${name}/biased` : name,
      op: 'BiasAdd',
      input: [`${name}/convolution`, bias],
      attr: { T, data_format: rest.data_format },
    },
    ...(isRelu6 ? [{ name, op: 'Relu6', input: [`${name}/biased`], attr: { T } }] : []),
  ]
}
