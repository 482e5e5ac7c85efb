/** The panels of the Lab, each tied to the player and to the worker's answers. */
import { lazy, Suspense, useState } from 'react'
import { worldAt } from '../../model/engine/trace'
import { routeThrough } from '../../model/explore/route'
import { propertyNamed } from '../../model/properties'
import { switchNamed } from '../../model/scenario/switches'
import { OwnPrograms } from '../own/OwnPrograms'
import { CodePanel } from '../panels/code/CodePanel'
import { GuardsPanel } from '../panels/guards/GuardsPanel'
import { MapPanel } from '../panels/map/MapPanel'
import { RunCost } from '../panels/verdicts/RunCost'
import { VerdictsPanel } from '../panels/verdicts/VerdictsPanel'
import { isLarge } from '../scene'
import { Note } from '../ui/Note'
import { wordsTo } from '../player/runTree'
import { useLab, useLabState } from './labContext'
import { useGuards } from './useGuards'
import styles from './LabPanels.module.css'
import { useMap } from './useMap'
import { useReport } from './useReport'

export function LabCode() {
  const { here } = useLabState(({ here }) => ({ here }))
  const playhead = here.steps.length
  return (
    <>
      <OwnPrograms />
      <CodePanel
        scenario={here.scenario}
        world={worldAt(here, playhead)}
        event={here.steps[playhead - 1]?.event ?? null}
      />
    </>
  )
}

export function LabGuards() {
  const { player } = useLab()
  const scenario = useLabState((state) => state.scenario)
  const guards = useGuards(scenario)
  const toggle = (id: string, on: boolean) => {
    const edited = switchNamed(id)?.apply(player.store.getState().scenario, on)
    if (edited !== undefined) player.edit(edited)
  }
  return <GuardsPanel switches={guards} onToggle={toggle} />
}

/** Of a run that is drawn as a whole; what a longer one costs stands among its facts. */
function LabCost() {
  const { trace, playhead } = useLabState(({ trace, playhead }) => ({ trace, playhead }))
  return isLarge(trace) ? null : <RunCost trace={trace} playhead={playhead} />
}

const LabQuestions = lazy(() => import('./questions/LabQuestions'))

/** What can be asked loads with the first look at it. */
function Questions() {
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles['line']}>Ask about this run and all others</summary>
      {isOpen && (
        <Suspense>
          <LabQuestions />
        </Suspense>
      )}
    </details>
  )
}

export function LabVerdicts() {
  const { player } = useLab()
  const scenario = useLabState((state) => state.scenario)
  const { report, isStale, progress, problem, cancel } = useReport(scenario)
  const show = (schedule: readonly string[]) => {
    player.follow(schedule, 0)
    player.play()
  }
  return (
    <>
      <VerdictsPanel report={report} isStale={isStale} progress={progress} onShow={show} onCancel={cancel}>
        <LabCost />
        <Questions />
      </VerdictsPanel>
      {problem !== null && <Note tone="bad">{problem}</Note>}
    </>
  )
}

const propertyOf = (name: string) => {
  const property = propertyNamed(name)
  return property === undefined ? [] : [property]
}

export function LabMap() {
  const { player } = useLab()
  const { scenario, tree, tip, playhead } = useLabState((state) => state)
  const words = wordsTo(tree, tip)
  const path = words.slice(0, playhead)
  const properties = scenario.check.flatMap(propertyOf)
  const [wish, setWish] = useState('')
  const property = properties.find(({ name }) => name === wish)?.name ?? properties[0]?.name ?? 'converges'
  const { map, run } = useMap(scenario, property, path)
  const route = (x: number, y: number) => {
    const found = routeThrough(scenario, words, x, y)
    if (found !== null) player.follow(found.schedule, found.step)
  }
  return (
    <MapPanel
      map={map}
      run={run}
      path={path}
      future={words.slice(playhead)}
      properties={properties}
      property={property}
      onProperty={setWish}
      onRoute={route}
      onStep={(client) => void player.take(client)}
      onBack={player.stepBack}
    />
  )
}
