import sharp from 'sharp'

/** Sides of the layers that a photo is made of, pixels: large areas, shapes, texture and grain. */
const LAYERS = [
  { side: 6, contrast: 110 },
  { side: 40, contrast: 50 },
  { side: 250, contrast: 22 },
  { side: 500, contrast: 14 },
]
/** Layers from here on are texture and grain, which do not hide what a picture shows. */
const FINEST_SHAPES_PX = 250
/** What shops use. */
const QUALITY = 85

/**
 * Draws JPEG files with as much detail as photographs in shops have: about 0.2 bytes per pixel. The same each time.
 * @param side in pixels
 */
export async function drawPhotos(count: number, side: number): Promise<Buffer[]> {
  const random = randomNumbers()
  const files: Buffer[] = []
  for (let i = 0; i < count; i++) {
    const layers = await Promise.all(LAYERS.map(layer => drawLayer(layer, side, random)))
    const [first, ...others] = layers as [Buffer, ...Buffer[]]
    files.push(await encode(sum(first, others), side))
  }
  return files
}

/**
 * Adds a photograph's texture and grain to pictures, the same each time.
 * @param pictures RGB bytes [side, side, 3]
 * @returns JPEG files
 */
export async function addTexture(pictures: Uint8Array[], side: number): Promise<Buffer[]> {
  const random = randomNumbers()
  const fine = LAYERS.filter(layer => layer.side >= FINEST_SHAPES_PX)
  const files: Buffer[] = []
  for (const picture of pictures) {
    const layers = await Promise.all(fine.map(layer => drawLayer(layer, side, random)))
    files.push(await encode(sum(picture, layers), side))
  }
  return files
}

function encode(pixels: Uint8Array, side: number): Promise<Buffer> {
  const raw = { width: side, height: side, channels: 3 as const }
  return sharp(pixels, { raw }).jpeg({ quality: QUALITY }).toBuffer()
}

function sum(first: Uint8Array, layers: Buffer[]): Uint8Array {
  return first.map((value, at) => {
    const total = layers.reduce((sum, layer) => sum + (layer[at] as number) - 128, value)
    return Math.min(255, Math.max(0, total))
  })
}

/** Random colours in a grid, scaled up smoothly to RGB bytes [side, side, 3]. */
function drawLayer(layer: (typeof LAYERS)[number], side: number, random: () => number): Promise<Buffer> {
  const grid = Uint8Array.from({ length: layer.side ** 2 * 3 }, () => 128 + (2 * random() - 1) * layer.contrast)
  const raw = { width: layer.side, height: layer.side, channels: 3 as const }
  return sharp(grid, { raw }).resize(side, side, { kernel: 'cubic' }).raw().toBuffer()
}

/** Uniform numbers of 0..1 (Marsaglia 2003, "Xorshift RNGs"). */
function randomNumbers(seed = 1): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}
