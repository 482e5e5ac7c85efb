import { useEffect, useMemo } from 'react'
import { compareRuns } from '../../course/narration/compareRuns'
import { forksHere } from '../player/moment'
import { wordsTo } from '../player/runTree'
import { announcer } from '../shell/announcer'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Note } from '../ui/Note'
import { useLab, useLabState } from './labContext'
import styles from './Notes.module.css'

const WORDS_SHOWN = 8

/** A schedule, short enough for a button. */
const shortened = (words: readonly string[]): string =>
  words.length > WORDS_SHOWN ? `${words.slice(0, WORDS_SHOWN).join(' ')} …` : words.join(' ')

/** Other futures at the playhead: what was tried here and left. */
function Forks() {
  const { player } = useLab()
  const { tree, tip, playhead, treeNumber, base, scenario } = useLabState((state) => state)
  const forks = forksHere({ tree, tip, playhead, treeNumber, base, scenario })
  if (forks.length === 0) return null
  return (
    <div role="group" aria-label="Other futures from here" className={styles['forks']}>
      {forks.map(({ id, words }) => (
        <Button key={id} className={styles['fork']} onClick={() => player.chooseFork(id)}>
          <Icon name="fork" size={14} />
          <span>
            other future: <span className={styles['words']}>{shortened(words)}</span>
          </span>
        </Button>
      ))}
    </div>
  )
}

/** Says a note to those who do not see it appear. */
function useAnnounced(text: string | null): void {
  useEffect(() => {
    if (text !== null) announcer.announce(text)
  }, [text])
}

/** Where the same schedule goes differently since a guard was switched. */
function Comparison() {
  const { player } = useLab()
  const { comparedWith, trace } = useLabState(({ comparedWith, trace }) => ({ comparedWith, trace }))
  const comparison = useMemo(
    () => (comparedWith === null ? null : compareRuns(comparedWith, trace)),
    [comparedWith, trace],
  )
  const text = comparison?.text ?? null
  useAnnounced(text)
  if (comparison === null) return null
  const { step } = comparison
  const isThere = step !== null && step <= trace.steps.length
  return (
    <Note
      tone={comparison.kind === 'stops' ? 'bad' : 'plain'}
      onDismiss={player.dismissComparison}
      actions={isThere ? <Button onClick={() => player.seek(step)}>Go to step {step}</Button> : undefined}
    >
      {comparison.text}
    </Note>
  )
}

/** Why the run that was asked for ends earlier. A comparison says the same, and more. */
function Refused() {
  const { refused, steps, wanted, isCompared } = useLabState(({ trace, tree, tip, comparedWith }) => ({
    refused: trace.refused,
    steps: trace.steps.length,
    wanted: wordsTo(tree, tip).length,
    isCompared: comparedWith !== null,
  }))
  const text = refused === null || isCompared ? null : refusedText(refused.message, steps, wanted)
  useAnnounced(text)
  return text === null ? null : <Note tone="bad">{text}</Note>
}

function refusedText(message: string, steps: number, wanted: number): string {
  const first =
    steps === 1 ? `The first of its ${wanted} steps still goes.` : `The first ${steps} of its ${wanted} steps still go.`
  const still = steps === 0 ? 'None of the run is left.' : first
  return `${message} ${still}`
}

/** What there is to say about the run at this moment, in a place of its own. */
export function Notes({ problem, onDismissProblem }: { problem: string | null; onDismissProblem: () => void }) {
  useAnnounced(problem)
  return (
    <div className={styles['notes']}>
      {problem !== null && (
        <Note tone="bad" onDismiss={onDismissProblem}>
          {problem}
        </Note>
      )}
      <Refused />
      <Comparison />
      <Forks />
    </div>
  )
}
