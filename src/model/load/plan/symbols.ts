/**
 * Names for the versions that a program meets. Under load versions grow without end, so a plan is grown with a stand-in
 * for the version of each reply, and whatever the program makes of it is read back as that reply's version plus a little.
 *
 * The stand-ins come in two readings, one of which grows from reply to reply and the other falls. A program that
 * compares versions, or computes with them more than a little, behaves differently in the two, and is found out.
 */

/** Stand-ins lie so far apart that a little more or less of one is never another. */
const DISTANCE = 100

/** How far a program may go from a version: the one before it, the one after it. */
const LITTLE = 10

/** The most replies with versions that a program may have had at one position. */
export const REGISTERS_MAX = 12

export type Reading = 'rising' | 'falling'

/** What stands for the version in the reply number `register`. */
export const standIn = (reading: Reading, register: number): number =>
  DISTANCE * (reading === 'rising' ? register + 1 : 2 * REGISTERS_MAX - register)

/** A version as a program means it: that of an earlier reply plus `delta`, or, with `register` -1, `delta` itself. */
export interface Meant {
  readonly register: number
  readonly delta: number
}

/** What a number stands for, where `registers` replies with versions came before. */
export function meant(reading: Reading, version: number, registers: number): Meant {
  for (let register = 0; register < registers; register++) {
    const delta = version - standIn(reading, register)
    if (Math.abs(delta) <= LITTLE) return { register, delta }
  }
  return { register: -1, delta: version }
}

export const isSame = (one: Meant | null, other: Meant | null): boolean =>
  one?.register === other?.register && one?.delta === other?.delta
