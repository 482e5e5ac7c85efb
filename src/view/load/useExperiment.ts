/**
 * What is compared, what stands in the form, and the address, in step. The address and the runs follow what can be run;
 * the form keeps whatever was typed until it can.
 */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { runProblem } from '../../model/load/refused'
import type { Strategy } from '../../model/load/strategy'
import { workloadProblems } from '../../model/load/workload/check'
import type { Experiment } from '../../model/load/workload/experiment'
import { isLoadProblem, readLoadLink, writeLoadLink } from '../../model/load/workload/link'
import { presets } from '../../model/load/workload/presets'
import { replaceAddress } from '../shell/hashLocation'
import { draftOf, workloadOf, type Draft } from './form/draft'
import { letterOf } from './letters'
import { keyOf } from './strategies/words'

interface State {
  readonly experiment: Experiment
  readonly draft: Draft
  /** By place in the form: why what stands there cannot be run. */
  readonly problems: ReadonlyMap<string, string>
  /** Why the link was not followed; null where it was. */
  readonly refused: string | null
}

const fresh = (experiment: Experiment, refused: string | null = null): State => ({
  ...{ experiment, refused },
  draft: draftOf(experiment.workload),
  problems: new Map(),
})

const firstPreset = (): Experiment => {
  const [first] = presets
  if (first === undefined) throw new Error('There is no workload to begin with.')
  return first
}

function openedBy(hash: string): State {
  const read = readLoadLink(hash)
  if (!isLoadProblem(read)) return fresh(read)
  return fresh(firstPreset(), `The link could not be followed. ${read.message} The first workload is open instead.`)
}

export interface Editor extends State {
  /** By strategy: why it cannot be run beside the others, or under this workload; null where it can. */
  readonly misfits: readonly (string | null)[]
  /** The part of the address behind the `#`, for what is compared. */
  readonly address: string
  readonly open: (experiment: Experiment) => void
  readonly write: (texts: Draft) => void
  readonly setStrategies: (strategies: readonly Strategy[]) => void
  readonly dismiss: () => void
}

/** Why a strategy does not take part. */
function misfitOf({ workload, strategies }: Experiment, at: number): string | null {
  const strategy = strategies[at]
  if (strategy === undefined) return null
  const twin = strategies.findIndex((other) => keyOf(other) === keyOf(strategy))
  if (twin !== at) return `This is the same as ${letterOf(twin)}. Change one of the two to compare them.`
  return runProblem(strategy, workload)
}

export function useExperiment(): Editor {
  const [state, setState] = useState(() => openedBy(location.hash))
  const { experiment } = state
  const address = useMemo(() => writeLoadLink(experiment), [experiment])
  const misfits = useMemo(() => experiment.strategies.map((_, at) => misfitOf(experiment, at)), [experiment])
  const isSound = misfits.every((misfit) => misfit === null)
  const isRefused = state.refused !== null

  // A broken link stays to be looked at until something is changed.
  useEffect(() => {
    if (isSound && !isRefused) replaceAddress(address)
  }, [address, isSound, isRefused])

  useEffect(() => {
    const follow = () => {
      if (/^#?\/?load(\?|$)/.test(location.hash)) setState(openedBy(location.hash))
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])

  const write = useCallback(
    (texts: Draft) =>
      setState((last) => {
        const draft = { ...last.draft, ...texts }
        const workload = workloadOf(draft, last.experiment.workload)
        const problems = new Map(workloadProblems(workload).map(({ place, message }) => [place, message]))
        const known = problems.size === 0 ? { ...last.experiment, workload } : last.experiment
        return { experiment: known, draft, problems, refused: null }
      }),
    [],
  )
  const setStrategies = useCallback(
    (strategies: readonly Strategy[]) =>
      setState((last) => ({ ...last, experiment: { ...last.experiment, strategies }, refused: null })),
    [],
  )
  const open = useCallback((chosen: Experiment) => setState(fresh(chosen)), [])
  const dismiss = useCallback(() => setState((last) => ({ ...last, refused: null })), [])
  return { ...state, misfits, address, open, write, setStrategies, dismiss }
}
