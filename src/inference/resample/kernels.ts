/** The compiled functions of `kernels/`, where their arguments are documented. Addresses are in bytes. */
export interface Kernels {
  memory: WebAssembly.Memory
  flattenOntoWhite(row: number, output: number, width: number): void
  swapRedBlue(row: number, output: number, width: number): void
  upsampleChroma(
    near: number,
    far: number,
    sums: number,
    output: number,
    width: number,
    left: number,
    right: number,
  ): void
  jpegToRgb(luma: number, blue: number, red: number, output: number, width: number): void
  webpToRgb(luma: number, blue: number, red: number, output: number, width: number): void
  resampleRow(
    row: number,
    step: number,
    starts: number,
    lengths: number,
    weights: number,
    taps: number,
    output: number,
    to: number,
  ): void
  resampleColumns(rows: number, stride: number, weights: number, length: number, output: number): void
}

/**
 * Compiles the kernels, with a memory of their own.
 * @throws Error if WebAssembly lacks SIMD
 */
export async function startKernels(binary: BufferSource): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(binary)
  return instance.exports as unknown as Kernels
}
