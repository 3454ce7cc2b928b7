/** How integers stand for real numbers: n for n * unit. They never leave `least` to `most`. */
export interface Range {
  unit: number
  least: number
  most: number
}

/** The picture's bytes b, read as 2b - 255: see `firstConv`. */
export const PICTURE: Range = { unit: 1 / 255, least: -255, most: 255 }
/** 0 to 6 in 12 bits: coarser than that the answers suffer, finer and the weights do. */
export const RELU6: Range = { unit: 6 / 4095, least: 0, most: 4095 }

/** Sums in the kernels are int32. */
const LARGEST_SUM = 2 ** 31 - 1
const LARGEST_WEIGHT = 32_767

/** One output channel in integers. */
export interface Channel {
  /** What a weight of 1 becomes, a float32. */
  weightScale: number
  /** Added to the sum. */
  bias: number
  /** From the sum to real numbers. */
  unit: number
}

/**
 * The finest weights of one channel with which no sum can leave int32, whatever the input: what is positive of the sum is
 * largest where the input is `most` for each positive weight and `least` for each negative one.
 *
 * @param positive sum of the channel's positive weights
 * @param negative sum of its negative ones, as a positive number
 * @param largest largest magnitude of a weight
 * @param count how many weights it has, each of which rounding may make larger by a half
 */
export function quantiseChannel(
  { positive, negative, largest, count }: { positive: number; negative: number; largest: number; count: number },
  bias: number,
  input: Range,
): Channel {
  const start = bias / input.unit
  const up = positive * input.most - negative * input.least + start
  const down = negative * input.most - positive * input.least - start
  const rounding = (count / 2) * Math.max(input.most, -input.least) + 1
  const fits = (LARGEST_SUM - rounding) / Math.max(up, down)
  // A little less, because the sums are float32 and their scale is.
  const weightScale = Math.fround(Math.min(fits, LARGEST_WEIGHT / largest) * (1 - 2 ** -12))
  // A channel of zeros alone.
  if (!Number.isFinite(weightScale)) return { weightScale: 1, bias: 0, unit: input.unit }
  const unit = input.unit / weightScale
  return { weightScale, bias: Math.round(bias / unit), unit }
}
