/** What can be asked of the run and of all runs, each behind a line of its own; nothing is worked out before it is opened. */
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { hintSentences } from '../../../course/narration/hints'
import { isRun } from '../../../model/explore/bounds'
import type { NoFacts, PropertyFacts } from '../../../model/explore/find/facts'
import type { Query } from '../../../model/explore/find/query'
import type { Hint } from '../../../model/explore/hints/hint'
import { whyAt } from '../../../model/explore/why/why'
import type { Scenario } from '../../../model/scenario/scenario'
import { switchNamed } from '../../../model/scenario/switches'
import { factsInWorker, findInWorker, hintInWorker } from '../../../workers/questions'
import { FactsPanel } from '../../panels/questions/FactsPanel'
import { FindPanel } from '../../panels/questions/FindPanel'
import { HintPanel } from '../../panels/questions/HintPanel'
import { HistoryPanel } from '../../panels/questions/HistoryPanel'
import styles from '../../panels/questions/Questions.module.css'
import { WhyPanel } from '../../panels/questions/WhyPanel'
import { useLab, useLabState } from '../labContext'
import { keyOf } from '../reports'
import { useAnswer } from './useAnswer'
import { marksOf } from './marksOf'
import { nothingShown, whyShown } from './whyShown'

function Line(props: { readonly title: string; readonly children: () => ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles['line']}>{props.title}</summary>
      {isOpen && <div className={styles['inside']}>{props.children()}</div>}
    </details>
  )
}

/** Plays a run that was found. */
function useShow(): (schedule: readonly string[]) => void {
  const { player } = useLab()
  return (schedule) => {
    player.follow(schedule, 0)
    player.play()
  }
}

function LabWhy() {
  const { player } = useLab()
  const { trace, playhead } = useLabState(({ trace, playhead }) => ({ trace, playhead }))
  const why = useMemo(() => whyAt(trace, playhead), [trace, playhead])
  useEffect(() => {
    whyShown.setState(marksOf(trace, why))
    return () => whyShown.setState(nothingShown)
  }, [trace, why])
  return <WhyPanel trace={trace} why={why} onSeek={player.seek} />
}

function LabFind() {
  const scenario = useLabState((state) => state.scenario)
  const [asked, setAsked] = useState<{ readonly query: Query; readonly text: string } | null>(null)
  const query = asked?.query ?? { stages: [] }
  const key = asked === null ? null : `find ${keyOf(scenario)} ${JSON.stringify(query)}`
  const { answer, problem } = useAnswer(key, (signal) => findInWorker(scenario, query, { signal }))
  return (
    <FindPanel
      scenario={scenario}
      onAsk={(query, text) => setAsked({ query, text })}
      asked={asked?.text ?? null}
      found={answer}
      problem={problem}
      onShow={useShow()}
    />
  )
}

/** What the hint would have one do. */
function useHintAction(hint: Hint | null) {
  const { player } = useLab()
  const scenario = useLabState((state) => state.scenario)
  if (hint?.type === 'ahead') {
    const [word] = hint.schedule
    return word === undefined ? null : { title: `Take this step: ${word}`, run: () => void player.take(word) }
  }
  if (hint?.type !== 'guard') return null
  const found = switchNamed(hint.help.switchId)
  return found === undefined
    ? null
    : { title: `Switch “${found.title}” on`, run: () => player.edit(found.apply(scenario, true)) }
}

function LabHint() {
  const { scenario, here } = useLabState(({ scenario, here }) => ({ scenario, here }))
  const schedule = here.steps.map(({ word }) => word)
  const key = `hint ${keyOf(scenario)} ${schedule.join(' ')}`
  const { answer, problem } = useAnswer(key, (signal) => hintInWorker(scenario, schedule, { signal }))
  const sentences = useMemo(() => (answer === null ? null : hintSentences(here, answer)), [answer, here])
  // Hints are given anew for each moment.
  return <HintPanel key={key} sentences={sentences} problem={problem} action={useHintAction(answer)} />
}

async function factsOfAll(scenario: Scenario, properties: readonly string[], signal: AbortSignal) {
  const facts: (PropertyFacts | NoFacts)[] = []
  for (const property of properties) facts.push(await factsInWorker(scenario, property, { signal }))
  return facts
}

function LabFacts() {
  const scenario = useLabState((state) => state.scenario)
  const properties = scenario.check
  const { answer, problem } = useAnswer(`facts ${keyOf(scenario)}`, (signal) =>
    factsOfAll(scenario, properties, signal),
  )
  return <FactsPanel facts={answer ?? []} properties={properties} problem={problem} onShow={useShow()} />
}

function LabHistory() {
  const { trace, playhead } = useLabState(({ trace, playhead }) => ({ trace, playhead }))
  return <HistoryPanel trace={trace} playhead={playhead} />
}

export default function LabQuestions() {
  const scenario = useLabState((state) => state.scenario)
  const isOne = isRun(scenario)
  return (
    <div className={styles['questions']} role="group" aria-label="Questions">
      <Line title="Why, at this step">{() => <LabWhy />}</Line>
      <Line title="What clients saw">{() => <LabHistory />}</Line>
      {!isOne && (
        <>
          <Line title="A hint">{() => <LabHint />}</Line>
          <Line title="Find a run">{() => <LabFind />}</Line>
          <Line title="All runs, counted">{() => <LabFacts />}</Line>
        </>
      )}
    </div>
  )
}
