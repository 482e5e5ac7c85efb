import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCommands } from '../commands/useCommands'
import { createCursor } from '../load/cursor'
import { timeText } from '../load/format'
import { loadCommands } from '../load/loadCommands'
import { Results } from '../load/Results'
import { Status } from '../load/Status'
import { Strategies } from '../load/Strategies'
import { summaryOf } from '../load/summary'
import { useComparison, type Compared, type Comparison } from '../load/useComparison'
import { useExperiment, type Editor } from '../load/useExperiment'
import { WorkloadPanel } from '../load/WorkloadPanel'
import { announcer } from '../shell/announcer'
import { CopyButton } from '../shell/CopyButton'
import { copyText } from '../shell/copyText'
import { usePageTitle } from '../shell/usePageTitle'
import { Note } from '../ui/Note'
import styles from './LoadPage.module.css'

const copied = 'The link to this comparison is copied.'

const endOf = ({ results }: Compared): number => Math.max(0, ...results.map((run) => run?.endMs ?? 0))

/** A cursor for the page, and the runs that it moves along. */
function useRuns({ experiment: { workload, strategies }, misfits }: Editor) {
  const [cursor] = useState(() => createCursor())
  const onDone = useCallback(
    (compared: Compared) => {
      cursor.span(endOf(compared))
      announcer.announce(`${timeText(endOf(compared))} of virtual time have run. ${summaryOf(compared.results)}`)
    },
    [cursor],
  )
  useEffect(() => cursor.pause, [cursor])
  const comparison = useComparison({ workload, strategies, misfits, onDone })
  return { cursor, comparison }
}

function useLoadCommands(cursor: ReturnType<typeof createCursor>, comparison: Comparison, link: () => string) {
  const latest = useRef({ comparison, link })
  useEffect(() => {
    latest.current = { comparison, link }
  })
  const commands = useMemo(
    () =>
      loadCommands(cursor, {
        run: () => latest.current.comparison.run(),
        cancel: () => latest.current.comparison.cancel(),
        isRunning: () => latest.current.comparison.isRunning,
        announce() {
          const { shown } = latest.current.comparison
          if (shown !== null) announcer.announce(summaryOf(shown.results))
        },
        share: () => void copyText(latest.current.link()).then((isDone) => isDone && announcer.announce(copied)),
      }),
    [cursor],
  )
  useCommands(commands)
}

/** The same workload met by two to four strategies, in virtual time, from one seed. */
export default function LoadPage() {
  usePageTitle('Under load')
  const editor = useExperiment()
  const { experiment, misfits, address, refused, setStrategies, dismiss } = editor
  const { cursor, comparison } = useRuns(editor)
  const { shown, isCurrent, progress, problems } = comparison
  const link = () => new URL(address, location.href).href
  useLoadCommands(cursor, comparison, link)
  return (
    <div className={styles['page']}>
      <h1 className={styles['title']}>Under load</h1>
      <p className={styles['lead']}>
        The programs that the Lab steps through, run in virtual time: latencies, queues, evictions, pauses and crashes.
        One seed draws all of it, so every strategy meets the same arrivals.
      </p>
      {refused !== null && (
        <Note tone="bad" onDismiss={dismiss}>
          {refused}
        </Note>
      )}
      <WorkloadPanel editor={editor} />
      <h2 className={styles['heading']}>Strategies</h2>
      <Strategies
        strategies={experiment.strategies}
        progress={progress}
        problems={misfits.map((misfit, at) => misfit ?? problems[at] ?? null)}
        onChange={setStrategies}
      />
      <Status workload={experiment.workload} comparison={comparison}>
        <CopyButton icon="link" text={link} said={copied}>
          Share this comparison
        </CopyButton>
      </Status>
      {shown === null ? (
        <div className={styles['wait']} />
      ) : (
        <Results compared={shown} isCurrent={isCurrent} cursor={cursor} link={link} />
      )}
    </div>
  )
}
