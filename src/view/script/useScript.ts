import { useEffect, useState } from 'react'
import type { ScriptAnswer, ScriptCall } from '../../workers/lua/messages'
import { runInLua } from '../../workers/lua/client'
import { wallClock } from '../player/clock'

/** After the last key: long enough to finish a word. */
const PAUSE_MILLISECONDS = 400

export interface Answers {
  /** One for each call; null while they are under way. */
  readonly answers: readonly ScriptAnswer[] | null
  /** One sentence when Lua itself could not run; null otherwise. */
  readonly problem: string | null
}

const nothing: Answers = { answers: null, problem: null }

/** Runs the script for each call, again whenever one of them changes. What an older script answered is dropped. */
export function useScript(script: string, calls: readonly ScriptCall[]): Answers {
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    let isWanted = true
    const settle = (answers: Answers) => {
      if (isWanted) setFound(answers)
    }
    const callOff = wallClock.after(PAUSE_MILLISECONDS, () => {
      runInLua(script, calls).then(
        (answers) => settle({ answers, problem: null }),
        (error: unknown) => settle({ answers: null, problem: error instanceof Error ? error.message : String(error) }),
      )
    })
    return () => {
      isWanted = false
      callOff()
    }
  }, [script, calls])
  return found
}
