/** The run tree, tied to the player: everything tried from this start, and two of its branches side by side. */
import { useMemo, useState } from 'react'
import { replay } from '../../model/engine/replay'
import type { Scenario } from '../../model/scenario/scenario'
import { BranchComparison } from '../panels/runs/BranchComparison'
import { RunTreePanel } from '../panels/runs/RunTreePanel'
import type { BranchEnd } from '../panels/runs/runTreeProps'
import { branchesOf, stepsAlike, type Branch } from '../player/branches'
import { nodeAtPlayhead, type Moment } from '../player/moment'
import { wordsTo, type RunTree } from '../player/runTree'
import { runEndOf } from '../scene/runEnd'
import { contentsInWords } from './contentsInWords'
import { useLab, useLabState } from './labContext'
import { labTools } from './labTools'

/** A longer branch is not told from its end: nobody waits for thousands of steps to be judged at each one taken. */
const JUDGED_MAX = 256

function endOfBranch(scenario: Scenario, tree: RunTree, { tip }: Branch): BranchEnd {
  const words = wordsTo(tree, tip)
  if (words.length > JUDGED_MAX) return { kind: 'open', words: 'goes on', step: null, reaches: words.length }
  const trace = replay(scenario, words)
  return { ...runEndOf(trace), reaches: trace.steps.length }
}

/** How each branch ends; those that a step leaves as they were are not played again. */
function useEnds({ scenario, tree, treeNumber }: Moment): ReadonlyMap<number, BranchEnd> {
  const known = useMemo(() => ({ scenario, treeNumber, ends: new Map<number, BranchEnd>() }), [scenario, treeNumber])
  return useMemo(
    () =>
      new Map(
        branchesOf(tree).map((branch) => {
          // Nodes keep their words, so how the run to a node ends stays what it is.
          const end = known.ends.get(branch.tip) ?? endOfBranch(known.scenario, tree, branch)
          known.ends.set(branch.tip, end)
          return [branch.id, end]
        }),
      ),
    [known, tree],
  )
}

interface Pair {
  readonly one: number
  readonly other: number
  readonly isOpen: boolean
}

function Comparison({ pair, onClose }: { pair: Pair; onClose: () => void }) {
  const { tree, scenario } = useLabState((state) => ({ tree: state.tree, scenario: state.scenario }))
  const branches = branchesOf(tree)
  const one = branches.find(({ id }) => id === pair.one)
  const other = branches.find(({ id }) => id === pair.other)
  if (one === undefined || other === undefined) return null
  const shared = stepsAlike(tree, one, other)
  const side = ({ name, tip }: Branch) => {
    const words = wordsTo(tree, tip)
    const trace = replay(scenario, words)
    const upTo = replay(scenario, words.slice(0, shared + 1))
    return { name, words, trace, upTo, contents: contentsInWords(trace, trace.steps.length) }
  }
  return <BranchComparison sides={[side(one), side(other)]} shared={shared} isOpen={pair.isOpen} onClose={onClose} />
}

export function LabRuns({ isList }: { readonly isList: boolean }) {
  const { player } = useLab()
  const state = useLabState((moment) => moment)
  const { tree, tip } = state
  const ends = useEnds(state)
  const [pair, setPair] = useState<Pair | null>(null)
  return (
    <>
      <RunTreePanel
        tree={tree}
        branches={branchesOf(tree)}
        ends={ends}
        tip={tip}
        at={nodeAtPlayhead(state)}
        isList={isList}
        onGo={player.goTo}
        onName={player.nameBranch}
        onCompare={(one, other) => setPair({ one, other, isOpen: true })}
        onClose={() => labTools.showTree(false)}
      />
      {pair !== null && <Comparison pair={pair} onClose={() => setPair({ ...pair, isOpen: false })} />}
    </>
  )
}
