/** Asks the explorer's worker something and remembers the answer, as reports are remembered. */
import { useEffect, useRef, useState } from 'react'

/** Past it the answer that was asked for longest ago is forgotten. */
const REMEMBERED_MAX = 500

const known = new Map<string, unknown>()

function remember(key: string, answer: unknown): void {
  if (known.size >= REMEMBERED_MAX) known.delete(known.keys().next().value ?? '')
  known.set(key, answer)
}

export interface Answered<Answer> {
  /** Null while it is on its way, or where nothing is asked. */
  readonly answer: Answer | null
  /** Why there is none, in one sentence. */
  readonly problem: string | null
}

interface Told {
  readonly key: string
  readonly problem: string | null
}

/** The answer to what `key` stands for; null asks nothing. The same key has to ask the same. */
export function useAnswer<Answer>(key: string | null, ask: (signal: AbortSignal) => Promise<Answer>): Answered<Answer> {
  const [told, setTold] = useState<Told | null>(null)
  const latest = useRef(ask)
  useEffect(() => {
    latest.current = ask
  }, [ask])
  useEffect(() => {
    if (key === null || known.has(key)) return undefined
    const control = new AbortController()
    latest
      .current(control.signal)
      .then((answer) => {
        remember(key, answer)
        setTold({ key, problem: null })
      })
      .catch((error: unknown) => {
        if (!control.signal.aborted) setTold({ key, problem: error instanceof Error ? error.message : String(error) })
      })
    return () => control.abort('something else is asked')
  }, [key])
  const answer = key === null ? null : ((known.get(key) ?? null) as Answer | null)
  return { answer, problem: answer === null && told !== null && told.key === key ? told.problem : null }
}
