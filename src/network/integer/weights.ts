/** A weight of the shipped network. */
export interface Weight {
  shape: number[]
  /** float16, row by row. */
  halves: Uint16Array<ArrayBuffer>
}

interface Spec {
  name: string
  shape: number[]
  quantization?: { dtype: string }
}

/** A network's `model.json`, parsed, and its `weights.bin`. */
interface WeightFiles {
  topology: unknown
  weights: ArrayBuffer
}

/**
 * Finds the float16 weights of a network in its files. One that shares weights with another network lists its own files first.
 * @returns gets a weight by name; throws Error if there is none
 */
export function weightReader(...files: WeightFiles[]): (name: string) => Weight {
  const weights = new Map(files.toReversed().flatMap(weightsIn))
  return name => {
    const weight = weights.get(name)
    if (!weight) throw new Error(`the network has no float16 weight named ${name}`)
    return weight
  }
}

function weightsIn({ topology, weights: bytes }: WeightFiles): [string, Weight][] {
  const { weightsManifest } = topology as { weightsManifest: { weights: Spec[] }[] }
  const weights: [string, Weight][] = []
  let start = 0
  for (const { name, shape, quantization } of weightsManifest.flatMap(group => group.weights)) {
    const length = shape.reduce((product, size) => product * size, 1)
    const isHalf = quantization?.dtype === 'float16'
    if (isHalf) weights.push([name, { shape, halves: new Uint16Array(bytes, start, length) }])
    start += length * (isHalf ? 2 : 4)
  }
  return weights
}

/** Converts float16 bits to a number. */
export function fromHalf(bits: number): number {
  const exponent = (bits >> 10) & 31
  const fraction = bits & 1023
  const size = exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25)
  return bits & 0x8000 ? -size : size
}
