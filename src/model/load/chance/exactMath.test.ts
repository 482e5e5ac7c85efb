import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, ln } from './exactMath'

const isNear = (value: number, truth: number) => Math.abs(value - truth) <= 1e-14 * Math.max(Math.abs(truth), 1e-300)

describe('the logarithm without Math.log', () => {
  it('is within 1e-14 of it, relatively, for every size of number', () => {
    fc.assert(fc.property(fc.double({ min: 5e-324, noNaN: true }), (x) => isNear(ln(x), Math.log(x))))
    fc.assert(fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => isNear(ln(x), Math.log(x))))
  })

  it('is exact where the answer is a number', () => {
    expect([ln(1), ln(0), ln(Infinity), ln(-1)]).toEqual([0, -Infinity, Infinity, NaN])
    expect([ln(2), ln(10), ln(5e-324)]).toEqual([Math.LN2, Math.LN10, Math.log(5e-324)])
  })
})

describe('the exponential without Math.exp', () => {
  it('is within 1e-14 of it, relatively', () => {
    fc.assert(fc.property(fc.double({ min: -708, max: 709.78, noNaN: true }), (x) => isNear(exp(x), Math.exp(x))))
    fc.assert(fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => isNear(exp(x), Math.exp(x))))
  })

  it('ends in infinity and in nothing', () => {
    expect([exp(0), exp(710), exp(Infinity), exp(-746), exp(-Infinity)]).toEqual([1, Infinity, Infinity, 0, 0])
    expect([exp(-745), exp(709.7827)]).toEqual([Math.exp(-745), expect.closeTo(Math.exp(709.7827), -295)])
  })

  it('undoes the logarithm', () => {
    fc.assert(fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (x) => Math.abs(exp(ln(x)) / x - 1) < 1e-13))
  })
})

describe('both', () => {
  it('give these bits in every engine', () => {
    const bitsOf = (x: number) => new BigUint64Array(new Float64Array([x]).buffer)[0]!.toString(16)
    expect([0.1, 3, 12345.678].map((x) => bitsOf(ln(x)))).toEqual([
      'c0026bb1bbb55515',
      '3ff193ea7aad030b',
      '4022d79559791e31',
    ])
    expect([0.1, -3, 12.345].map((x) => bitsOf(exp(x)))).toEqual([
      '3ff1aec7b35a00d4',
      '3fa97db0ccceb0af',
      '410c0d80ffb740c4',
    ])
  })
})
