import { useEffect, useMemo, type KeyboardEvent } from 'react'
import { narrate, spoken } from '../../course/narration'
import type { SceneBlock } from '../../course/lesson/lesson'
import type { Trace } from '../../model/engine/trace'
import { withRun } from '../../model/scenario/linkRun'
import { announcer } from '../shell/announcer'
import { Stage } from '../stage/Stage'
import { classes } from '../ui/classes'
import { Button, ButtonLink, IconButton } from '../ui/Button'
import { SceneTicks } from './SceneTicks'
import styles from './SceneFigure.module.css'
import { limitOf, openQuestion, type Move, type SceneRun } from './sceneRun'

/** What stands on the stage: the lesson's own run, or a claim's witness. */
export interface Shown {
  /** To the Lab, without a run; null where the Lab does not have it. */
  readonly link: string | null
  readonly trace: Trace
}

interface SceneFigureProps {
  readonly scene: SceneBlock
  readonly run: SceneRun
  readonly shown: Shown
  readonly move: (move: Move) => void
}

const keys: Readonly<Record<string, Move>> = {
  ArrowRight: { type: 'step', by: 1 },
  ArrowLeft: { type: 'step', by: -1 },
  Home: { type: 'seek', step: 0 },
  End: { type: 'seek', step: Number.MAX_SAFE_INTEGER },
}

/** The scene's picture, what the last step was, and the transport. Steps behind an open question are not drawn at all. */
export function SceneFigure({ scene, run, shown, move }: SceneFigureProps) {
  const { trace } = shown
  const { playhead, isMoving, isAsked, witness } = run
  const narration = narrate(trace, playhead)
  const { headline, text, tone } = narration
  const sentence = spoken(narration)
  const limit = limitOf(scene, run)
  const visible = useMemo(() => ({ ...trace, steps: trace.steps.slice(0, limit) }), [trace, limit])
  useEffect(() => {
    if (isAsked) announcer.announce(playhead === 0 ? 'At the start.' : `Step ${playhead}. ${sentence}`)
  }, [isAsked, playhead, sentence])
  const press = (event: KeyboardEvent) => {
    const wanted = keys[event.key]
    if (wanted === undefined || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return
    event.preventDefault()
    move(wanted)
  }
  const title = witness === null ? scene.title : 'The shortest witness of the claim'
  return (
    <section className={styles['figure']} aria-label={`Scene: ${scene.title}`} onKeyDown={press}>
      {witness !== null && (
        <p className={styles['banner']}>
          {title}, {witness.steps} steps
          <Button look="quiet" onClick={() => move({ type: 'return' })}>
            Back to the lesson’s run
          </Button>
        </p>
      )}
      <div className={styles['stage']}>
        <Stage
          trace={visible}
          playhead={playhead}
          isMoving={isMoving}
          onSeek={(step) => move({ type: 'seek', step })}
          label={title}
        />
      </div>
      <p className={classes(styles['sentence'], styles[tone])}>
        {headline !== null && <strong>{headline} </strong>}
        {text}
      </p>
      <Transport scene={scene} run={run} shown={shown} move={move} />
    </section>
  )
}

function Transport({ scene, run, shown, move }: SceneFigureProps) {
  const { playhead, isPlaying, witness } = run
  const limit = limitOf(scene, run)
  const length = shown.trace.steps.length
  const waits = limit < length && playhead >= limit
  const reason = waits && openQuestion(scene, run.answers) !== null ? 'Answer the question first' : null
  const isAtEnd = playhead >= length
  return (
    <div className={styles['transport']} role="group" aria-label="Transport">
      <IconButton
        icon="back"
        label="Step back"
        hint="←"
        reason={playhead === 0 ? 'This is the start' : null}
        onClick={() => move({ type: 'step', by: -1 })}
      />
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        look="primary"
        label={isPlaying ? 'Pause' : 'Play'}
        reason={isPlaying ? null : reason}
        onClick={() => move({ type: isPlaying ? 'pause' : 'play' })}
      />
      <IconButton
        icon="forward"
        label="Step forward"
        hint="→"
        reason={reason ?? (isAtEnd ? 'This is the end' : null)}
        onClick={() => move({ type: 'step', by: 1 })}
      />
      <SceneTicks
        trace={shown.trace}
        playhead={playhead}
        limit={limit}
        onSeek={(step) => move({ type: 'seek', step })}
      />
      {shown.link !== null && (
        <ButtonLink
          className={styles['lab']}
          href={labLink(shown.link, shown.trace, playhead, witness === null ? limit : length)}
        >
          <span className={styles['wide']}>Open in the Lab</span>
          <span className={styles['narrow']}>Lab</span>
        </ButtonLink>
      )}
    </div>
  )
}

/** The run as far as the reader may see it: a link is no way past a question. */
const labLink = (link: string, { steps }: Trace, step: number, limit: number): string =>
  withRun(
    link,
    steps.slice(0, limit).map(({ word }) => word),
    step,
  )
