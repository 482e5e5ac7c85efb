/** The way from the code panel to a program of one's own: a button for each program, and the editor once one is pressed. */
import { lazy, Suspense } from 'react'
import { isRun } from '../../model/explore/bounds'
import { roles, type Role } from '../../model/own/own'
import type { Operation, Scenario } from '../../model/scenario/scenario'
import { useLabState } from '../lab/labContext'
import { ErrorBoundary } from '../shell/ErrorBoundary'
import { Button } from '../ui/Button'
import styles from './OwnPrograms.module.css'
import { useLabStudio, useStudio } from './useStudio'

const OwnEditor = lazy(() => import('./OwnEditor'))

const kinds: Readonly<Record<Role, readonly Operation['kind'][]>> = {
  read: ['read', 'any', 'increment', 'forever'],
  write: ['write', 'any', 'increment', 'transfer'],
}

/** Whether some client runs the program. */
const isRunning = ({ clients }: Scenario, role: Role): boolean =>
  clients.some(({ operations }) => operations.some(({ kind }) => kinds[role].includes(kind)))

export function OwnPrograms() {
  const studio = useLabStudio()
  const scenario = useLabState((state) => state.scenario)
  const state = useStudio(studio, (whole) => whole)
  const { editing } = state
  const reason = isRun(scenario)
    ? 'this is one run, and a program of your own is checked in all of them: choose a scenario without a seed'
    : null
  if (editing !== null && reason === null)
    return (
      <ErrorBoundary name="The editor">
        <Suspense fallback={<p className={styles['waits']}>The editor is being loaded.</p>}>
          <OwnEditor key={editing} studio={studio} role={editing} state={state} runs={scenario.own?.[editing]?.text} />
        </Suspense>
      </ErrorBoundary>
    )
  return (
    <div className={styles['ways']} role="group" aria-label="Edit this program">
      {roles
        .filter((role) => isRunning(scenario, role))
        .map((role) => (
          <Button key={role} look="quiet" reason={reason} onClick={() => studio.edit(role)}>
            Edit the {role} program
          </Button>
        ))}
    </div>
  )
}
