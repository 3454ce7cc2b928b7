/** Converts RGB bytes to `x/127.5 - 1`, with all pictures in one buffer. */
export function normalise(pictures: Uint8Array[], size: number): Float32Array<ArrayBuffer> {
  const length = size * size * 3
  const input = new Float32Array(pictures.length * length)
  pictures.forEach((bytes, n) => {
    if (bytes.length !== length) throw new TypeError(`expected ${length} bytes of RGB, got ${bytes.length}`)
    const start = n * length
    for (let i = 0; i < length; i++) input[start + i] = (bytes[i] as number) / 127.5 - 1
  })
  return input
}
