import {
  byte,
  bytes,
  floats,
  int,
  ints,
  longs,
  type Part,
  table,
  text,
  vector,
  writeFlatBuffer,
} from './flat-buffer.ts'
import { quantiseKernel, type Scale, scaleOf } from './quantise.ts'
import type { Graph, Layer } from './read-graph.ts'

/** Values from tensorflow/lite/schema/schema.fbs */
const types = { float32: 0, int32: 2, uint8: 3, int8: 9 } as const
/** Operator and its versions for float32 and int8. */
const operators = {
  conv: [3, 1, 3],
  depthwise: [4, 1, 3],
  add: [0, 1, 2],
  mean: [40, 1, 2],
  dense: [9, 1, 4],
  quantise: [114, 1, 1],
  dequantise: [6, 1, 2],
} as const
const options = { conv: 1, depthwise: 2, dense: 8, add: 11, mean: 27 } as const
const RELU6 = 3

/**
 * The network as a TensorFlow Lite file with the output `logits` in float32.
 * @param batch number of pictures per run
 * @param isInt8 quantises weights per output channel and activations to int8, with a uint8 input [batch, size, size, 3] as
 * decoded; otherwise everything is float32 and the input is `x/127.5 - 1`
 */
export function toTflite({ size, layers }: Graph, batch: number, isInt8: boolean): Uint8Array {
  // Buffer 0 means "no data".
  const buffers: Part[] = [table()]
  const tensors: Part[] = []
  const codes = Object.keys(operators) as (keyof typeof operators)[]
  const steps: Part[] = []

  const addTensor = (
    name: string,
    type: keyof typeof types,
    shape: number[],
    quantisation?: Part,
    data?: Uint8Array,
  ) => {
    const buffer = data ? buffers.push(table(bytes(data, 16))) - 1 : 0
    return tensors.push(table(ints(shape), byte(types[type]), int(buffer), text(name), quantisation)) - 1
  }
  const addStep = (kind: keyof typeof operators, inputs: number[], output: number, settings?: Part) => {
    const option = settings && kind in options ? options[kind as keyof typeof options] : undefined
    steps.push(
      table(
        int(codes.indexOf(kind)),
        ints(inputs),
        ints([output]),
        option && byte(option),
        option ? settings : undefined,
      ),
    )
  }

  const places = new Map<string, number>()
  const scales = new Map<string, Scale>()
  const shape = [batch, size, size, 3]
  const inputScale = { scale: 1 / 127.5, zero: 0 }
  const input = addTensor(
    'image',
    isInt8 ? 'uint8' : 'float32',
    shape,
    isInt8 ? one({ ...inputScale, zero: 128 }) : undefined,
  )
  places.set('image', input)
  if (isInt8) {
    places.set('image', addTensor('image/int8', 'int8', shape, one(inputScale)))
    scales.set('image', inputScale)
    addStep('quantise', [input], places.get('image') as number)
  }

  for (const layer of layers) {
    const scale = scaleOf(layer.isRelu6 ? [0, 6] : layer.range)
    scales.set(layer.name, scale)
    const inputs = layer.inputs.map(name => places.get(name) as number)
    const weights = weightsOf(layer, scales.get(layer.inputs[0] as string) as Scale, isInt8)
    const constants = weights.map(({ name, type, shape, quantisation, data }) =>
      addTensor(name, type, shape, quantisation, data),
    )
    const output = addTensor(
      layer.name,
      isInt8 ? 'int8' : 'float32',
      [batch, ...layer.outputShape],
      isInt8 ? one(scale) : undefined,
    )
    places.set(layer.name, output)
    addStep(layer.kind, [...inputs, ...constants], output, settingsOf(layer))
  }

  const last = layers.at(-1) as Layer
  let output = places.get(last.name) as number
  if (isInt8) {
    const real = addTensor('logits/float32', 'float32', [batch, ...last.outputShape])
    addStep('dequantise', [output], real)
    output = real
  }
  const operatorCodes = codes.map(kind => {
    const [code, ...versions] = operators[kind]
    return table(byte(code), undefined, int(versions[isInt8 ? 1 : 0]), int(code))
  })
  const graph = table(vector(tensors), ints([input]), ints([output]), vector(steps), text('main'))
  return writeFlatBuffer(
    table(int(3), vector(operatorCodes), vector([graph]), text('apparel'), vector(buffers)),
    'TFL3',
  )
}

function settingsOf({ kind, stride, isRelu6 }: Layer): Part {
  const activation = byte(isRelu6 ? RELU6 : 0)
  const same = byte(0)
  if (kind === 'conv') return table(same, int(stride), int(stride), activation)
  if (kind === 'depthwise') return table(same, int(stride), int(stride), int(1), activation)
  return table(kind === 'mean' ? byte(0) : activation)
}

interface Constant {
  name: string
  type: keyof typeof types
  shape: number[]
  quantisation?: Part | undefined
  data: Uint8Array
}

/** The constant tensors of a layer. */
function weightsOf(layer: Layer, input: Scale | undefined, isInt8: boolean): Constant[] {
  const { name, kind, kernel, kernelShape, bias } = layer
  if (kind === 'add') return []
  if (kind === 'mean') return [{ name: `${name}/axes`, type: 'int32', shape: [2], data: raw(Int32Array.of(1, 2)) }]
  const channels = bias.length
  const shape =
    kind === 'conv'
      ? [channels, ...kernelShape.slice(0, 3)]
      : kind === 'depthwise'
        ? [1, ...kernelShape.slice(0, 3)]
        : [channels, kernelShape[0] as number]
  // For other layers the output channels come first.
  const ordered = kind === 'depthwise' ? kernel : outputsFirst(kernel, channels)
  if (!isInt8 || !input)
    return [
      { name: `${name}/kernel`, type: 'float32', shape, data: raw(ordered) },
      { name: `${name}/bias`, type: 'float32', shape: [channels], data: raw(bias) },
    ]
  const { values, scales } = quantiseKernel(layer, ordered, channels)
  const biasScales = scales.map(scale => scale * input.scale)
  const biasScale = (i: number) => biasScales[biasScales.length === 1 ? 0 : i] as number
  const axis = kind === 'depthwise' ? 3 : 0
  return [
    { name: `${name}/kernel`, type: 'int8', shape, quantisation: many(scales, axis), data: raw(values) },
    {
      name: `${name}/bias`,
      type: 'int32',
      shape: [channels],
      quantisation: many(biasScales, 0),
      data: raw(Int32Array.from(bias, (value, i) => Math.round(value / biasScale(i)))),
    },
  ]
}

function outputsFirst(kernel: Float32Array, channels: number): Float32Array {
  const inner = kernel.length / channels
  return Float32Array.from(kernel, (_, i) => kernel[(i % inner) * channels + Math.floor(i / inner)] as number)
}

function one({ scale, zero }: Scale): Part {
  return table(undefined, undefined, floats([scale]), longs([zero]))
}

function many(scales: number[], axis: number): Part {
  return table(undefined, undefined, floats(scales), longs(scales.map(() => 0)), undefined, undefined, int(axis))
}

function raw(values: Float32Array | Int32Array | Int8Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}
