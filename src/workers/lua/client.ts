/** The page's side of Lua: one worker, started with the first script, and promises. */
import workerUrl from './lua.worker?worker&url'
import { trustedWorkerUrl } from '../trustedUrl'
import type { LuaAnswer, LuaQuestion, ScriptAnswer, ScriptCall } from './messages'

type Settle = (answer: LuaAnswer) => void

const open = new Map<number, Settle>()
let worker: Worker | null = null
let lastRun = 0

function started(): Worker {
  if (worker !== null) return worker
  worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'lua' })
  worker.onmessage = ({ data }: MessageEvent<LuaAnswer>) => {
    open.get(data.run)?.(data)
    open.delete(data.run)
  }
  worker.onerror = (event) => {
    event.preventDefault()
    worker?.terminate()
    worker = null
    const message = `Lua stopped: ${event.message || 'its worker could not be started'}. Run the script again.`
    for (const [run, settle] of open) settle({ run, message })
    open.clear()
  }
  return worker
}

/** Runs a script once for each call, each alone. Rejects with one sentence when Lua itself cannot run. */
export function runInLua(script: string, calls: readonly ScriptCall[]): Promise<readonly ScriptAnswer[]> {
  const run = ++lastRun
  return new Promise((resolve, reject) => {
    open.set(run, (answer) => {
      if ('answers' in answer) resolve(answer.answers)
      else reject(new Error(answer.message))
    })
    started().postMessage({ run, script, calls } satisfies LuaQuestion)
  })
}
