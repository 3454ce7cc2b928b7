/**
 * The exponential and the natural logarithm, equal to the last digit in every browser. Those of `Math` are not: the language leaves
 * their last digits to the engine. These use only operations that IEEE 754 rounds exactly, with the reduction and the polynomials
 * of FreeBSD's msun (e_exp.c, e_log.c: © 1993 Sun Microsystems, Inc. Permission to use, copy, modify, and distribute this
 * software is freely granted, provided that this notice is preserved). They err by at most about one unit in the last place.
 */

/** The logarithm of 2 in two parts. Small multiples of the first are exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const LARGEST_EXPONENT = 709.782712893384
const SMALLEST_EXPONENT = -745.1332191019411

/** e to the power of `x`. */
export function exp(x: number): number {
  if (!(x <= LARGEST_EXPONENT)) return x * Number.POSITIVE_INFINITY
  if (x < SMALLEST_EXPONENT) return 0
  const k = Math.round(x / Math.LN2)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  const power = 1 - (low - (r * c) / (2 - c) - high)
  // In two steps, because the whole power of two may be beyond what a normal number can be.
  const half = Math.trunc(k / 2)
  return power * powerOfTwo(half) * powerOfTwo(k - half)
}

/** The natural logarithm of `x`. @param x not subnormal */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  float[0] = x
  let k = exponent()
  let fraction = x / powerOfTwo(k)
  if (fraction > Math.SQRT2) {
    fraction /= 2
    k++
  }
  const f = fraction - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + (even + odd)) + k * LN2_LOW) - f)
}

const float = new Float64Array(1)
const bits = new BigInt64Array(float.buffer)
const FRACTION_BITS = 52n
const BIAS = 1023

/** @param k from -1022 to 1023 */
function powerOfTwo(k: number): number {
  bits[0] = BigInt(k + BIAS) << FRACTION_BITS
  return float[0] as number
}

/** The exponent of the number in `float`, which is positive and not subnormal. */
function exponent(): number {
  return Number((bits[0] as bigint) >> FRACTION_BITS) - BIAS
}
