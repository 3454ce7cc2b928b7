import { encode, type Field } from './protobuf.ts'
import type { Graph, Layer } from './read-graph.ts'

/** Field numbers and values from https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
const FLOAT = 1
const OPSET = 13
const [AS_INT, AS_INTS] = [2, 7]

/**
 * The network as an ONNX file in float32, with the input `image` [batch, 3, size, size], `x/127.5 - 1`, and the output `logits`.
 * @param batch number of pictures per run, fixed because runtimes optimise best for it
 */
export function toOnnx({ size, layers }: Graph, batch: number): Uint8Array {
  const logits = layers.at(-1)
  const constants = layers.flatMap(layer =>
    layer.kernel.length === 0
      ? []
      : [
          tensor(`${layer.name}/kernel`, onnxShape(layer), transposed(layer)),
          tensor(`${layer.name}/bias`, [layer.bias.length], layer.bias),
        ],
  )
  const limits = [tensor('zero', [], Float32Array.of(0)), tensor('six', [], Float32Array.of(6))]
  const graph: Field[] = [
    ...layers.flatMap(nodesOf).map((node): Field => [1, node]),
    [2, 'apparel'],
    ...[...constants, ...limits].map((constant): Field => [5, constant]),
    [11, valueInfo('image', [batch, 3, size, size])],
    [12, valueInfo(logits?.name ?? '', [batch, ...(logits?.outputShape ?? [])])],
  ]
  return encode([
    [1, 8],
    [7, graph],
    [8, [[2, OPSET]]],
  ])
}

function nodesOf(layer: Layer): Field[][] {
  const { name, kind, inputs, stride, isRelu6, kernelShape } = layer
  const weighted = [...inputs, `${name}/kernel`, `${name}/bias`]
  switch (kind) {
    case 'conv':
    case 'depthwise': {
      const [side = 1, , channels = 1] = kernelShape
      // TensorFlow's `same` padding: at stride 2 the extra row and column are at the bottom and right.
      const [before, after] = side === 1 ? [0, 0] : stride === 2 ? [0, 1] : [1, 1]
      const attributes = [
        ints('kernel_shape', [side, side]),
        ints('strides', [stride, stride]),
        ints('pads', [before, before, after, after]),
        int('group', kind === 'depthwise' ? channels : 1),
      ]
      if (!isRelu6) return [node('Conv', weighted, name, attributes)]
      return [
        node('Conv', weighted, `${name}/linear`, attributes),
        node('Clip', [`${name}/linear`, 'zero', 'six'], name),
      ]
    }
    case 'add':
      return [node('Add', inputs, name)]
    case 'mean':
      return [
        node('GlobalAveragePool', inputs, `${name}/pooled`),
        node('Flatten', [`${name}/pooled`], name, [int('axis', 1)]),
      ]
    case 'dense':
      return [node('Gemm', weighted, name)]
  }
}

function onnxShape({ kind, kernelShape }: Layer): number[] {
  const [height = 1, width = 1, input = 1, output = 1] = kernelShape
  if (kind === 'conv') return [output, input, height, width]
  return kind === 'depthwise' ? [input, 1, height, width] : kernelShape
}

/** Transposes from TensorFlow's order with the output channels last to ONNX's with the output channels first. */
function transposed({ kind, kernel, kernelShape }: Layer): Float32Array {
  if (kind === 'dense') return kernel
  const channels = kind === 'conv' ? (kernelShape[3] ?? 1) : (kernelShape[2] ?? 1)
  const inputs = kind === 'conv' ? (kernelShape[2] ?? 1) : 1
  const places = kernel.length / channels / inputs
  const to = new Float32Array(kernel.length)
  for (let place = 0; place < places; place++)
    for (let i = 0; i < inputs; i++)
      for (let o = 0; o < channels; o++)
        to[(o * inputs + i) * places + place] = kernel[(place * inputs + i) * channels + o] as number
  return to
}

function node(op: string, inputs: string[], output: string, attributes: Field[][] = []): Field[] {
  return [
    ...inputs.map((input): Field => [1, input]),
    [2, output],
    [3, output],
    [4, op],
    ...attributes.map((attribute): Field => [5, attribute]),
  ]
}

function int(name: string, value: number): Field[] {
  return [
    [1, name],
    [3, value],
    [20, AS_INT],
  ]
}

function ints(name: string, values: number[]): Field[] {
  return [[1, name], ...values.map((value): Field => [8, value]), [20, AS_INTS]]
}

function tensor(name: string, shape: number[], values: Float32Array): Field[] {
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  return [...shape.map((length): Field => [1, length]), [2, FLOAT], [8, name], [9, raw]]
}

function valueInfo(name: string, shape: number[]): Field[] {
  const dimensions = shape.map((length): Field => [1, [[1, length]]])
  const type: Field[] = [
    [1, FLOAT],
    [2, dimensions],
  ]
  return [
    [1, name],
    [2, [[1, type]]],
  ]
}
