/** The compiled functions of `kernels/`, where their arguments are documented. Addresses are in bytes. */
export interface Kernels {
  firstConv(
    picture: number,
    patches: number,
    layer: number,
    output: number,
    size: number,
    channels: number,
    most: number,
  ): void
  pointConv(
    input: number,
    layer: number,
    residual: number,
    output: number,
    pixels: number,
    depth: number,
    channels: number,
    least: number,
    most: number,
  ): void
  pointConvShorts: Kernels['pointConv']
  toBytes(input: number, table: number, output: number, pixels: number, channels: number): void
  depthwiseConv(
    input: number,
    layer: number,
    zeros: number,
    output: number,
    size: number,
    channels: number,
    stride: number,
    most: number,
  ): void
  enlarge(input: number, output: number, side: number, channels: number): void
  classSums(input: number, weights: number, output: number, pixels: number, depth: number, classes: number): void
  pixelSums(input: number, output: number, pixels: number, channels: number): void
  measureChannels(weights: number, units: number, output: number, rows: number, channels: number): void
  packPointConv(
    weights: number,
    units: number,
    zeros: number,
    means: number,
    scales: number,
    layer: number,
    rows: number,
    channels: number,
  ): void
  packPointConvShorts(weights: number, scales: number, layer: number, rows: number, channels: number): void
  packDepthwiseConv(weights: number, scales: number, layer: number, channels: number): void
}

/**
 * Instantiates the kernels on a memory.
 * @throws Error with a RefusalReason as its cause if WebAssembly lacks SIMD
 */
export async function startKernels(binary: BufferSource, memory: WebAssembly.Memory): Promise<Kernels> {
  const module = await WebAssembly.compile(binary).catch(() => {
    throw new Error('WebAssembly with SIMD is not available', { cause: 'no_simd' })
  })
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } })
  return exports as unknown as Kernels
}
