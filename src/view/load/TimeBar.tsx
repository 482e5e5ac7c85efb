import { useStore } from 'zustand'
import { IconButton } from '../ui/Button'
import type { Cursor } from './cursor'
import { timeText } from './format'
import styles from './TimeBar.module.css'

/** The moment that charts, values and stocks show: to be dragged, moved with the arrow keys, or played. */
export function TimeBar({ cursor }: { cursor: Cursor }) {
  const { ms, endMs, isPlaying } = useStore(cursor.store)
  return (
    <div className={styles['bar']} role="group" aria-label="Virtual time">
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={isPlaying ? 'Pause' : 'Play'}
        hint="Space"
        look="primary"
        className={styles['play']}
        onClick={isPlaying ? cursor.pause : cursor.play}
      />
      <input
        type="range"
        className={styles['track']}
        aria-label="Virtual time"
        aria-valuetext={`${timeText(ms)} of ${timeText(endMs)}`}
        min={0}
        max={endMs}
        step="any"
        value={ms}
        onChange={(event) => cursor.seek(Number(event.currentTarget.value))}
        onKeyDown={(event) => {
          const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[
            event.key
          ]
          if (steps === undefined) return
          event.preventDefault()
          cursor.move(steps)
        }}
      />
      <output className={styles['time']}>{timeText(ms)}</output>
    </div>
  )
}
