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
  let k = Math.round(x / Math.LN2)
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
  let power = 1 - (low - (r * c) / (2 - c) - high)
  for (; k > 0; k--) power *= 2
  for (; k < 0; k++) power /= 2
  return power
}

/** The natural logarithm of `x`. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN
  if (x === Number.POSITIVE_INFINITY) return x
  let k = 0
  for (; x > Math.SQRT2; k++) x /= 2
  for (; x < Math.SQRT1_2; k--) x *= 2
  const f = x - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const half = 0.5 * f * f
  return k * LN2_HIGH - (half - (s * (half + (even + odd)) + k * LN2_LOW) - f)
}
