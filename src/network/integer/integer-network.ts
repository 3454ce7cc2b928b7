import type { ClassNetwork, ClassOutput } from '../network.ts'
import type { Kernels } from './kernels.ts'
import { type Plan, runLayers } from './plan.ts'
import { RELU6 } from './quantise.ts'
import type { StartedLayers } from './start-layers.ts'

/** The part behind the convolutions: mean pooling and the classes. */
export interface Head {
  /** int16 [classes, channels] */
  weightsAt: number
  /** int32 [pixels, classes] */
  classSumsAt: number
  /** int32 [channels] */
  channelSumsAt: number
  /** The real value of 1 in each class's sums. */
  units: number[]
  biases: number[]
}

/** The integer network, in a memory that holds its weights. */
export class IntegerNetwork implements ClassNetwork {
  readonly backend = 'wasm'
  readonly adapter = ''
  readonly batchSize = 1
  readonly #withKernels: StartedLayers['withKernels']
  readonly #memory: ArrayBuffer
  readonly #plan: Plan
  readonly #head: Head

  constructor(withKernels: StartedLayers['withKernels'], memory: ArrayBuffer, plan: Plan, head: Head) {
    this.#withKernels = withKernels
    this.#memory = memory
    this.#plan = plan
    this.#head = head
  }

  async classify(pictures: Uint8Array[]): Promise<ClassOutput[]> {
    return pictures.map(picture => this.#withKernels(kernels => this.#run(kernels, picture)))
  }

  memory(): number {
    return this.#memory.byteLength
  }

  /** The buffer is freed when the last reference is collected. */
  dispose(): void {}

  #run(kernels: Kernels, picture: Uint8Array): ClassOutput {
    const { features } = this.#plan
    runLayers(kernels, this.#plan, this.#memory, picture)

    const { weightsAt, classSumsAt, channelSumsAt, units, biases } = this.#head
    const pixels = features.side ** 2
    const { channels, shortsAt } = features
    kernels.classSums(shortsAt, weightsAt, classSumsAt, pixels, channels, units.length)
    kernels.pixelSums(shortsAt, channelSumsAt, pixels, channels)
    const classSums = new Int32Array(this.#memory, classSumsAt, pixels * units.length)
    const channelSums = new Int32Array(this.#memory, channelSumsAt, channels)
    const classes = units.length
    const totals = biases.map(() => 0)
    for (let i = 0; i < classSums.length; i++)
      totals[i % classes] = (totals[i % classes] as number) + (classSums[i] as number)
    return {
      logits: floats(classes, c => (biases[c] as number) + ((totals[c] as number) * (units[c] as number)) / pixels),
      embedding: floats(channels, c => ((channelSums[c] as number) * RELU6.unit) / pixels),
      activation: floats(classSums.length, i => (classSums[i] as number) * (units[i % classes] as number)),
    }
  }
}

/** `Float32Array.from` would take a few per cent of a whole run. */
function floats(length: number, valueAt: (i: number) => number): Float32Array {
  const values = new Float32Array(length)
  for (let i = 0; i < length; i++) values[i] = valueAt(i)
  return values
}
