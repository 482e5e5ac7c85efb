/**
 * A number on its way from a script's argument to a command: Lua reads it, writes it down again with 17 digits, and
 * Redis takes it for whole seconds or refuses it. So `1e3` and `0x10` are lifetimes and `1.5` is not.
 * Source: Lua 5.1 manual, `tonumber`; redis `script_lua.c` ("%.17g"), observed on redis 7.0.
 */
import type { Moment, RunClock } from '../clock'
import { endingOf, type Refusal } from './options'

const numberForm = /^\s*[+-]?(0x[0-9a-f]+|(\d+\.?\d*|\.\d+)(e[+-]?\d+)?)\s*$/i

/** From here on, 17 digits are too few to write a number without an exponent. */
const EXPONENT_FROM = 1e17

const luaNumber = (word: string): number => {
  const hex = /^\s*([+-]?)0x([0-9a-f]+)\s*$/i.exec(word)
  return hex ? (hex[1] === '-' ? -1 : 1) * Number.parseInt(hex[2]!, 16) : Number(word)
}

/** When something that lasts so many seconds ends. */
export function luaSeconds(word: string | undefined, clock: RunClock): Moment | Refusal {
  if (word === undefined || !numberForm.test(word))
    return { error: 'ERR: ERR Lua redis lib command arguments must be strings or integers' }
  const seconds = luaNumber(word)
  if (!Number.isInteger(seconds) || Math.abs(seconds) >= EXPONENT_FROM)
    return { error: 'ERR: ERR value is not an integer or out of range' }
  return endingOf({ lasts: seconds * 1000, keeps: false }, clock, 'set') as Moment | Refusal
}
