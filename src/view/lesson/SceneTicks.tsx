import { narrate } from '../../course/narration'
import type { Trace } from '../../model/engine/trace'
import { clientStyle } from '../panels/clientColour'
import { classes } from '../ui/classes'
import styles from './SceneTicks.module.css'
import { stepClients } from './stepClient'

interface SceneTicksProps {
  readonly trace: Trace
  readonly playhead: number
  readonly limit: number
  readonly onSeek: (step: number) => void
}

/** Past this many steps a tick is too small to press; then they only show how far the run has come. */
const PRESSABLE_MAX = 12

/** One tick a step in the colour of its client; what lies behind an open question is neither coloured nor to be reached. */
export function SceneTicks({ trace, playhead, limit, onSeek }: SceneTicksProps) {
  const clients = stepClients(trace)
  if (clients.length > PRESSABLE_MAX) {
    return <span className={styles['count']}>{`step ${playhead} of ${clients.length}`}</span>
  }
  return (
    <ol className={styles['ticks']}>
      {clients.map((client, index) => {
        const step = index + 1
        const isHidden = step > limit
        const isBad = !isHidden && narrate(trace, step).tone === 'bad'
        return (
          <li key={step} style={client === null || isHidden ? undefined : clientStyle(client)}>
            <button
              type="button"
              className={classes(
                styles['tick'],
                step <= playhead && styles['done'],
                isBad && styles['bad'],
                isHidden && styles['hidden'],
              )}
              aria-label={isHidden ? `Step ${step}, after the question` : `Step ${step}`}
              aria-current={step === playhead ? 'step' : undefined}
              disabled={isHidden}
              onClick={() => onSeek(step)}
            />
          </li>
        )
      })}
    </ol>
  )
}
