/** Lua off the main thread: the interpreter is loaded with the first question and kept. */
import wasm from 'wasmoon/dist/glue.wasm?url'
import { Lua } from './luaScript'
import type { LuaAnswer, LuaQuestion, ScriptAnswer } from './messages'

const lua = new Lua(new URL(wasm, import.meta.url).href)
const answer = (message: LuaAnswer) => self.postMessage(message)

async function respond({ run, script, calls }: LuaQuestion): Promise<void> {
  try {
    const answers: ScriptAnswer[] = []
    for (const call of calls) answers.push(await lua.run(script, call, () => Date.now()))
    answer({ run, answers })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    answer({ run, message: `Lua could not be started: ${reason} Reload the page to try again.` })
  }
}

self.onmessage = (event: MessageEvent<LuaQuestion>) => void respond(event.data)
