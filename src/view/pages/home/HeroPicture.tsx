/**
 * The stale fill as a picture: the run that the button beside it opens. Drawn once, without the engine and the stage,
 * because the home page has to be there at once; a test holds it to what the engine says of that run.
 */
import styles from './HeroPicture.module.css'

type Lane = 'T1' | 'cache' | 'database' | 'T2'

export interface HeroStep {
  readonly from: 'T1' | 'T2'
  readonly to: 'cache' | 'database'
  readonly label: string
  readonly reply: string
}

/** The steps of the picture, in order. */
export const heroSteps: readonly HeroStep[] = [
  { from: 'T1', to: 'cache', label: 'GET x', reply: 'miss' },
  { from: 'T1', to: 'database', label: 'SELECT x', reply: 'v1' },
  { from: 'T2', to: 'database', label: 'UPDATE x', reply: 'v2' },
  { from: 'T2', to: 'cache', label: 'DEL x', reply: '' },
  { from: 'T1', to: 'cache', label: 'SET x v1', reply: 'stale' },
]

const WIDTH = 440
const HEIGHT = 384
const BOTTOM = HEIGHT - 6
const lanes: Readonly<Record<Lane, number>> = { T1: 46, cache: 166, database: 282, T2: 394 }
const titles: Readonly<Record<Lane, string>> = { T1: 'T1', cache: 'Cache', database: 'Database', T2: 'T2' }
const rowOf = (step: number): number => 84 + step * 56

function Arrow({ step, index }: { step: HeroStep; index: number }) {
  const isRight = step.from === 'T1'
  const direction = isRight ? 1 : -1
  const start = lanes[step.from] + 9 * direction
  const end = lanes[step.to] - 17 * direction
  const y = rowOf(index)
  const isBad = index === heroSteps.length - 1
  const middle = isRight ? Math.min((start + end) / 2, 106) : Math.max((start + end) / 2, 338)
  return (
    <g
      className={styles['row']}
      data-bad={isBad || undefined}
      style={{ '--client': isBad ? 'var(--violated)' : `var(--client-${isRight ? 1 : 2})`, '--row': index }}
    >
      <line className={styles['line']} x1={start} x2={end - 6 * direction} y1={y} y2={y} />
      <path className={styles['tip']} d={`M${end} ${y}l${-11 * direction} -5.5v11z`} />
      <text className={styles['label']} x={middle} y={y - 9}>
        {step.label}
      </text>
      <text className={styles['reply']} x={middle} y={y + 17}>
        {step.reply}
      </text>
    </g>
  )
}

function Band({
  lane,
  from,
  to,
  words,
  className,
}: {
  lane: Lane
  from: number
  to: number
  words: string
  className: string | undefined
}) {
  return (
    <g className={className}>
      <rect x={lanes[lane] - 13} y={from} width={26} height={to - from} rx={6} />
      <text x={lanes[lane]} y={(from + to) / 2 + 4}>
        {words}
      </text>
    </g>
  )
}

/** What the run leaves behind, and the word for it. */
function StaleBand() {
  const x = lanes.cache
  const top = rowOf(4) + 1
  return (
    <g className={styles['stale']}>
      <rect x={x - 13} y={top} width={26} height={BOTTOM - top} rx={6} />
      <rect className={styles['plate']} x={x - 20} y={top + 20} width={40} height={33} rx={5} />
      <text x={x} y={top + 34}>
        v1
      </text>
      <text x={x} y={top + 48}>
        stale
      </text>
    </g>
  )
}

function Client({
  lane,
  parts,
}: {
  lane: 'T1' | 'T2'
  parts: readonly (readonly [number, number, 'busy' | 'paused'])[]
}) {
  return (
    <g style={{ '--client': `var(--client-${lane === 'T1' ? 1 : 2})` }}>
      <line className={styles['lifeline']} x1={lanes[lane]} x2={lanes[lane]} y1={46} y2={BOTTOM} />
      {parts.map(([from, to, state]) => (
        <rect key={from} className={styles[state]} x={lanes[lane] - 5} y={from} width={10} height={to - from} rx={5} />
      ))}
    </g>
  )
}

export function HeroPicture() {
  return (
    <svg
      className={styles['picture']}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="The stale fill: T1 misses and selects version 1. T2 updates to version 2 and deletes the entry. Then T1 stores version 1, and the cache stays stale."
    >
      <defs>
        <pattern id="hero-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line y2="7" strokeWidth="3.5" className={styles['stroke']} />
        </pattern>
      </defs>
      <rect className={styles['ground']} x={4} y={rowOf(4) - 30} width={WIDTH - 8} height={56} rx={12} />
      <Client
        lane="T1"
        parts={[
          [rowOf(0) - 14, rowOf(1) + 16, 'busy'],
          [rowOf(1) + 22, rowOf(4) - 20, 'paused'],
          [rowOf(4) - 14, rowOf(4) + 16, 'busy'],
        ]}
      />
      <Client lane="T2" parts={[[rowOf(2) - 14, rowOf(3) + 16, 'busy']]} />
      <rect className={styles['absent']} x={lanes.cache - 13} y={52} width={26} height={rowOf(4) - 53} rx={6} />
      <Band lane="database" from={52} to={rowOf(2) - 1} words="v1" className={styles['initial']} />
      <Band lane="database" from={rowOf(2) + 1} to={BOTTOM} words="v2" className={styles['written']} />
      <StaleBand />
      {heroSteps.map((step, index) => (
        <Arrow key={index} step={step} index={index} />
      ))}
      {(Object.keys(lanes) as Lane[]).map((lane) => (
        <g
          key={lane}
          className={styles['head']}
          style={{ '--client': `var(--client-${lane === 'T2' ? 2 : 1})` }}
          data-client={lane.startsWith('T') || undefined}
        >
          <rect x={lanes[lane] - 44} y={8} width={88} height={34} rx={9} />
          <text x={lanes[lane]} y={30}>
            {titles[lane]}
          </text>
        </g>
      ))}
    </svg>
  )
}
