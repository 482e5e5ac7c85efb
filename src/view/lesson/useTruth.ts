/**
 * Which option comes true. The language of predictions is loaded with the first answer, because a reader who has not
 * answered yet has no use for it.
 */
import { useEffect, useState } from 'react'
import type { Trace } from '../../model/engine/trace'
import type { PredictBlock } from '../../course/lesson/lesson'

type Judge = (block: PredictBlock, trace: Trace) => number

let judge: Judge | null = null

interface Truth {
  /** The option's place; null while the question is open, and for the moment in which the language is loaded. */
  readonly truth: number | null
  /** Why there is no answer; one sentence, or null. */
  readonly problem: string | null
}

export function useTruth(block: PredictBlock, trace: Trace, isOpen: boolean): Truth {
  const [state, setState] = useState<'waiting' | 'loaded' | 'failed'>('waiting')
  useEffect(() => {
    if (isOpen || judge !== null) return
    void import('../../course/lesson/truth').then(
      ({ truthOf }) => {
        judge = truthOf
        setState('loaded')
      },
      () => setState('failed'),
    )
  }, [isOpen])
  if (!isOpen && judge !== null) return { truth: judge(block, trace), problem: null }
  const isMissing = !isOpen && state === 'failed'
  return {
    truth: null,
    problem: isMissing ? 'What comes true could not be loaded. Reload the page once you are online.' : null,
  }
}
