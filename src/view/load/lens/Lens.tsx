import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { LoadResult } from '../../../model/load/result'
import type { Workload } from '../../../model/load/workload/workload'
import { protocols } from '../../../model/protocols'
import { classes } from '../../ui/classes'
import type { Cursor } from '../cursor'
import { figures, shown } from '../format'
import { letterOf } from '../letters'
import { Swatch, toneOf } from '../Swatch'
import { flowAt, stockOf, type Flow } from './flows'
import styles from './Lens.module.css'
import { loopOf } from './loops'
import { tippingWords } from './tippingWords'

interface LensProps {
  workload: Workload
  /** By the place of the strategy; null where it could not run. */
  results: readonly (LoadResult | null)[]
  cursor: Cursor
}

/** Each strategy's stock, with what flows in and out at the cursor, and where it tips. */
export function Lens({ workload, results, cursor }: LensProps) {
  const ms = useStore(cursor.store, (state) => state.ms)
  const stocks = useMemo(
    () => results.map((run) => (run === null ? null : stockOf(workload, run))),
    [workload, results],
  )
  const scale = (isQueue: boolean) =>
    Math.max(1, ...stocks.map((stock) => (stock !== null && stock.isQueue === isQueue ? stock.levelMax : 0)))
  return (
    <ul className={styles['flows']}>
      {results.map((run, place) => {
        const stock = stocks[place]
        if (run === null || stock === null || stock === undefined) return null
        const flow = flowAt(stock, run, ms)
        const write = run.strategy.protocol.write
        return (
          <li key={place} className={classes(styles['flow'], toneOf(place))}>
            <h3 className={styles['heading']}>
              <Swatch index={place} />
              {protocols.write[write]?.title}
            </h3>
            <div className={styles['drawn']}>
              <Picture flow={flow} scale={scale(flow.isQueue)} place={place} />
              <Gauge flow={flow} />
            </div>
            <div className={styles['words']}>
              <p className={styles['tipping']}>{tippingWords(workload, flow)}</p>
              <p className={styles['loop']}>{loopOf(write)}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const rate = (value: number | null): string => (value === null ? '–' : shown(value, 'per second'))

/** Pixels of the picture's own: the tank, and the pipes left and right of it. */
const TANK = { x: 122, y: 14, width: 96, height: 76 }
const PIPE_Y = 52

/** Pipe, tank, pipe, database: the tank is filled to what waits, out of the most that ever waits under any strategy. */
function Picture({ flow, scale, place }: { flow: Flow; scale: number; place: number }) {
  const { arriving, stock, inflow, outflow, level } = flow
  const height = Math.min(1, (level ?? 0) / scale) * TANK.height
  const waits = level === null ? '–' : figures(Math.round(level * 10) / 10)
  const label = `${letterOf(place)}: ${arriving.toLowerCase()} come at ${rate(inflow)}, ${waits} wait, and ${rate(outflow)} go to the database.`
  return (
    <svg className={styles['picture']} viewBox="0 0 340 126" role="img" aria-label={label}>
      <path className={styles['pipe']} d={`M6 ${PIPE_Y}H${TANK.x - 8}`} />
      <path className={styles['head']} d={`M${TANK.x - 3} ${PIPE_Y}l-9 -5v10z`} />
      <rect className={styles['tank']} {...TANK} rx="6" />
      <rect
        className={styles['water']}
        x={TANK.x + 2}
        width={TANK.width - 4}
        y={TANK.y + TANK.height - height}
        height={Math.max(0, height - 2)}
        rx="4"
      />
      <text className={styles['level']} x={TANK.x + TANK.width / 2} y={PIPE_Y + 6}>
        {waits}
      </text>
      <path className={styles['pipe']} d={`M${TANK.x + TANK.width + 2} ${PIPE_Y}H288`} />
      <path className={styles['head']} d={`M293 ${PIPE_Y}l-9 -5v10z`} />
      <Drum />
      <text className={styles['rate']} x="60" y={PIPE_Y - 10}>
        {rate(inflow)}
      </text>
      <text className={styles['rate']} x="254" y={PIPE_Y - 10}>
        {rate(outflow)}
      </text>
      <text className={styles['name']} x="60" y="112">
        {arriving}
      </text>
      <text className={styles['name']} x={TANK.x + TANK.width / 2} y="112">
        {stock}
      </text>
      <text className={styles['name']} x="312" y="112">
        Database
      </text>
    </svg>
  )
}

/** A database, as it is drawn everywhere. */
const Drum = () => (
  <g className={styles['drum']}>
    <path d="M296 34v36c0 9 34 9 34 0v-36" />
    <ellipse cx="313" cy="34" rx="17" ry="6" />
  </g>
)

/** What comes in, as a bar, against what can be drained, as a mark; past the mark it is hatched. */
function Gauge({ flow: { balance } }: { flow: Flow }) {
  const { fill, drain } = balance
  if (drain === null) return null
  const whole = Math.max(fill, drain) * 1.15
  const [filled, mark] = [(fill / whole) * 100, (drain / whole) * 100]
  return (
    <svg className={styles['gauge']} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles['rail']} width="100" height="10" />
      <rect className={styles['fill']} width={Math.min(filled, mark)} height="10" />
      {filled > mark && <rect className={styles['over']} x={mark} width={filled - mark} height="10" />}
      <path className={styles['mark']} d={`M${mark} 0V10`} />
    </svg>
  )
}
