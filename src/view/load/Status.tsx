import type { ReactNode } from 'react'
import type { Workload } from '../../model/load/workload/workload'
import { Button } from '../ui/Button'
import { counted, timeText } from './format'
import styles from './Status.module.css'
import type { Comparison } from './useComparison'

interface StatusProps {
  workload: Workload
  comparison: Comparison
  /** What else can be done with it. */
  children: ReactNode
}

/** What is going on, and what to do about it: always in the same place and of the same height. */
export function Status({ workload, comparison, children }: StatusProps) {
  const { isRunning, isWaiting, run, cancel } = comparison
  return (
    <div className={styles['status']}>
      {isRunning ? (
        <Button onClick={cancel}>Cancel the run</Button>
      ) : (
        <Button look={isWaiting ? 'primary' : 'plain'} onClick={run}>
          {isWaiting ? 'Run' : 'Run again'}
        </Button>
      )}
      <p className={styles['words']}>{wordsOf(workload, comparison)}</p>
      {children}
    </div>
  )
}

function wordsOf({ operations }: Workload, { isRunning, isWaiting, isCurrent, shown, progress }: Comparison): string {
  if (isRunning) {
    const known = progress.filter((share) => share !== null)
    const mean = known.reduce((sum, share) => sum + share, 0) / Math.max(1, known.length)
    return `Running ${counted(operations, 'operation')} under each strategy: ${Math.floor(mean * 100)} %`
  }
  if (isWaiting) return `${counted(operations, 'operation')} under each strategy have not been run yet.`
  if (shown === null || !isCurrent) return 'About to run …'
  const runs = shown.results.flatMap((result) => result ?? [])
  const longest = Math.max(0, ...runs.map(({ endMs }) => endMs))
  return `${counted(operations, 'operation')} under each strategy, ${timeText(longest)} of virtual time, seed ${shown.workload.seed}`
}
