/**
 * The quantile of the normal distribution: how many standard deviations above the mean a share `p` lies below.
 * For p from 2^-33 to 1 - 2^-33, which is what draws of 32 bits reach; to about 15 digits.
 * Source: Wichura, Algorithm AS 241 (1988), PPND16, without its outermost branch.
 */
import { exp, ln } from './exactMath'

// prettier-ignore
const centre = {
  over: [2.5090809287301227e3, 3.343057558358813e4, 6.72657709270087e4, 4.592195393154987e4,
    1.373169376550946e4, 1.9715909503065513e3, 1.3314166789178438e2, 3.3871328727963665],
  under: [5.226495278852854e3, 2.8729085735721943e4, 3.930789580009271e4, 2.1213794301586597e4,
    5.394196021424751e3, 6.871870074920579e2, 4.231333070160091e1, 1],
}

// prettier-ignore
const tail = {
  over: [7.745450142783414e-4, 2.2723844989269184e-2, 2.417807251774506e-1, 1.2704582524523684,
    3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835],
  under: [1.0507500716444169e-9, 5.475938084995345e-4, 1.5198666563616457e-2, 1.4810397642748008e-1,
    6.897673349851e-1, 1.6763848301838038, 2.053191626637759, 1],
}

const polynomial = (factors: readonly number[], x: number): number => {
  let sum = 0
  for (const factor of factors) sum = sum * x + factor
  return sum
}

const ratio = ({ over, under }: typeof centre, x: number): number => polynomial(over, x) / polynomial(under, x)

export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q)
  const root = exp(ln(-ln(q < 0 ? p : 1 - p)) / 2)
  const distance = ratio(tail, root - 1.6)
  return q < 0 ? -distance : distance
}
