/**
 * Logarithm and exponential from addition, subtraction, multiplication and division alone. IEEE 754 fixes the last bit
 * of those four, and of none of `Math.log`, `Math.exp` and `Math.pow`: two engines may differ in it, and then the same
 * seed would no longer be the same run. Within 1e-14 of the true value, relatively.
 * Source: the argument reductions of fdlibm's e_log.c and e_exp.c, followed by the plain power series.
 */

/** ln 2 in two parts; the first has so few digits that its product with an exponent is exact. */
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const SQRT_2 = 1.4142135623730951

/** 1/3, 1/5, ..., 1/23: what a half logarithm's series is made of. */
const odd = Array.from({ length: 11 }, (_, index) => 1 / (2 * index + 3))

/** 1/n! for n from 14 down to 0. */
const factorials = Array.from({ length: 15 }, (_, index) => 1 / factorial(14 - index))

function factorial(n: number): number {
  return n === 0 ? 1 : n * factorial(n - 1)
}

const bits = new DataView(new ArrayBuffer(8))

/** The natural logarithm of a number above 0. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return Infinity
  if (x < 2 ** -1022) return ln(x * 2 ** 54) - 54 * LN2_HIGH - 54 * LN2_LOW
  bits.setFloat64(0, x)
  const high = bits.getUint32(0)
  let exponent = (high >>> 20) - 1023
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000)
  let mantissa = bits.getFloat64(0)
  if (mantissa > SQRT_2) {
    mantissa /= 2
    exponent += 1
  }
  const f = mantissa - 1
  const s = f / (2 + f)
  const square = s * s
  let sum = 0
  for (let index = odd.length - 1; index >= 0; index--) sum = (sum + odd[index]!) * square
  return exponent * LN2_HIGH + (exponent * LN2_LOW + (2 * s + 2 * s * sum))
}

/** e to the power of a number. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  const exponent = Math.floor(x / (LN2_HIGH + LN2_LOW) + 0.5)
  const rest = x - exponent * LN2_HIGH - exponent * LN2_LOW
  let sum = 0
  for (const factor of factorials) sum = sum * rest + factor
  // In two halves, because 2^1024 and 2^-1074 are no factors that a number can hold.
  const half = exponent >> 1
  return sum * powerOfTwo(half) * powerOfTwo(exponent - half)
}

function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}
