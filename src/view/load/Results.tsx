import { useMemo, type ReactNode } from 'react'
import { seriesMetrics } from '../../model/load/metrics/series'
import { classes } from '../ui/classes'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Charts } from './charts/Charts'
import type { Cursor } from './cursor'
import { Lens } from './lens/Lens'
import styles from './Results.module.css'
import { StaleReads } from './StaleReads'
import { summaryOf } from './summary'
import { Sweeps } from './sweeps/Sweeps'
import { MeasuredTable } from './table/MeasuredTable'
import { csvOf, jsonOf } from './takeaway'
import { TimeBar } from './TimeBar'
import { saveFile } from './saveFile'
import type { Compared } from './useComparison'

/** What flows into a stock is drawn there. */
const measures = seriesMetrics.filter(({ name }) => name !== 'writes')

interface ResultsProps {
  compared: Compared
  /** Whether it is what was asked for last; older ones are dimmed. */
  isCurrent: boolean
  cursor: Cursor
  /** The whole link that gives it again. */
  link: () => string
}

/** What came out: in words, as the document's table, over time, as stocks and flows, and along a sweep. */
export function Results({ compared, isCurrent, cursor, link }: ResultsProps) {
  const { workload, strategies, results } = compared
  const endMs = Math.max(...results.map((run) => run?.endMs ?? 0))
  const runs = useMemo(
    () => results.flatMap((result, place) => (result === null ? [] : [{ place, result }])),
    [results],
  )
  return (
    <div className={classes(styles['results'], !isCurrent && styles['old'])} aria-busy={!isCurrent}>
      <Section id="shows" title="What it shows">
        <p className={styles['summary']}>{summaryOf(results)}</p>
        <MeasuredTable runs={results} />
      </Section>
      <div className={styles['timed']}>
        <Section id="over-time" title="Over time">
          <Charts measures={measures} runs={runs} endMs={endMs} cursor={cursor} />
        </Section>
        <Section id="flows" title="Stocks and flows">
          <Lens workload={workload} results={results} cursor={cursor} />
        </Section>
        <div className={styles['bar']}>
          <TimeBar cursor={cursor} />
        </div>
      </div>
      <Section id="stale" title="Stale reads">
        <StaleReads workload={workload} strategies={strategies} results={results} />
      </Section>
      <Section id="sweeps" title="Sweeps">
        <Sweeps workload={workload} strategies={strategies} />
      </Section>
      <div className={styles['take']}>
        <Button onClick={() => saveFile(`${workload.workload}.csv`, 'text/csv', csvOf(compared, link()))}>
          <Icon name="download" />
          Download CSV
        </Button>
        <Button onClick={() => saveFile(`${workload.workload}.json`, 'application/json', jsonOf(compared, link()))}>
          <Icon name="download" />
          Download JSON
        </Button>
      </div>
    </div>
  )
}

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section className={styles['section']} aria-labelledby={`load-${id}`}>
    <h2 id={`load-${id}`} className={styles['heading']}>
      {title}
    </h2>
    {children}
  </section>
)
