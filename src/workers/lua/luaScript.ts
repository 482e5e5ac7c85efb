/**
 * Runs a script as Redis would: real Lua, alone, with `KEYS`, `ARGV` and `redis.call`, on the cache of the model.
 *
 * The interpreter is Lua 5.4 compiled to WebAssembly; Redis has 5.1. What differs is how whole numbers are written, and
 * that is done here as Redis does it. A script gets the base, string, table and math libraries, no way to load code,
 * `TIME_MAX` milliseconds and `MEMORY_MAX` bytes. Left out: `redis.pcall`, other libraries, other types than strings.
 * Source: redis.io "Scripting with Lua"; Lua 5.4 manual.
 */
import { LuaFactory, LuaLibraries, type LuaEngine } from 'wasmoon'
import type { ScriptAnswer, ScriptCall } from './messages'
import { ScriptCache } from './scriptCache'

const TIME_MAX = 500
const MEMORY_MAX = 16 * 1024 * 1024

const unavailable = ['load', 'loadstring', 'dofile', 'loadfile', 'require', 'collectgarbage', 'print', 'warn']

/** An interpreter that has been loaded. `wasm` is its address; in Node it is found by itself. */
export class Lua {
  private readonly factory: LuaFactory

  constructor(wasm?: string) {
    this.factory = new LuaFactory(wasm)
  }

  /** Runs a script once, in an interpreter of its own: nothing is left for the next one. `now` is in milliseconds. */
  async run(script: string, call: ScriptCall, now: () => number): Promise<ScriptAnswer> {
    const engine = await this.factory.createEngine({ openStandardLibs: false, traceAllocations: true })
    const cache = new ScriptCache(call)
    try {
      prepare(engine, cache, call)
      engine.global.setTimeout(now() + TIME_MAX)
      const returned: unknown = engine.doStringSync(script)
      return { reply: replyOf(returned), error: null, ...cache.contents() }
    } catch (error) {
      return { reply: null, error: inWords(error), ...cache.contents() }
    } finally {
      engine.global.close()
    }
  }
}

function prepare({ global }: LuaEngine, cache: ScriptCache, { key, args }: ScriptCall): void {
  for (const library of [LuaLibraries.Base, LuaLibraries.String, LuaLibraries.Table, LuaLibraries.Math])
    global.loadLibrary(library)
  for (const name of unavailable) global.set(name, undefined)
  global.set('KEYS', [key])
  global.set('ARGV', [...args])
  global.set('redis', { call: (...words: unknown[]) => cache.call(words) })
  global.setMemoryMax(MEMORY_MAX)
}

/** What Redis makes of what a script returns: whole numbers, texts, nothing. */
function replyOf(returned: unknown): ScriptAnswer['reply'] {
  if (typeof returned === 'number') return Math.trunc(returned)
  if (typeof returned === 'string') return returned
  return returned === true ? 1 : null
}

/** One line: where in the script, and what is wrong. */
function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const line = message.split('\n', 1)[0] ?? ''
  return line
    .replace(/^(?:Error: )+/, '')
    .replace(/^Lua Error\([^)]*\): /, '')
    .replace(/^\[string "[^"]*(?:"\.\.\.)?"?\]:(\d+): /, 'line $1: ')
    .replace(/^thread timeout exceeded$/, `The script ran for more than ${TIME_MAX} ms and was stopped.`)
    .replace(/^(not enough memory)$/, `The script wanted more than ${MEMORY_MAX / 2 ** 20} MiB: $1.`)
}
