import { useMemo } from 'react'
import type { Block, ClaimBlock, SceneBlock } from '../../course/lesson/lesson'
import { restoredRun } from '../../course/lesson/storedRun'
import type { Trace } from '../../model/engine/trace'
import { wallClock, type Clock } from '../player/clock'
import { Beats } from './Beats'
import { Claim } from './Claim'
import { Diagram } from './Diagram'
import { Prediction } from './Prediction'
import { ProseBlock } from './Prose'
import { SceneFigure, type Shown } from './SceneFigure'
import styles from './SceneSection.module.css'
import { openQuestion, type Move, type SceneRun } from './sceneRun'
import { stepClients } from './stepClient'
import { useReading } from './useReading'
import { useSceneRun } from './useSceneRun'

/** Prose and picture side by side; what stands below an open question waits for the answer. */
export function SceneSection({ scene, clock = wallClock }: { scene: SceneBlock; clock?: Clock }) {
  const trace = useMemo(() => restoredRun(scene.run, scene.scenario), [scene])
  const [run, move] = useSceneRun(scene, clock)
  const blocks = visibleBlocks(scene, run)
  const prose = useReading<HTMLDivElement>((beat) => move({ type: 'read', step: Number(beat) }), blocks.length)
  const shown = useShown(scene, trace, run.witness?.claim ?? null)
  return (
    <section className={styles['scene']} aria-label={scene.title}>
      <div className={styles['picture']}>
        <SceneFigure scene={scene} run={run} shown={shown} move={move} />
      </div>
      <div ref={prose} className={styles['prose']}>
        {blocks.map((block, index) => (
          <SceneBlockView key={index} {...{ block, scene, trace, run, move }} />
        ))}
        {blocks.length < scene.blocks.length && (
          <p className={styles['waiting']}>The rest of this run opens when you have answered.</p>
        )}
      </div>
    </section>
  )
}

function visibleBlocks(scene: SceneBlock, run: SceneRun): readonly Block[] {
  const open = openQuestion(scene, run.answers)
  if (open === null) return scene.blocks
  return scene.blocks.slice(0, scene.blocks.indexOf(open) + 1)
}

const isClaim = (block: Block): block is ClaimBlock => block.type === 'claim'

function useShown(scene: SceneBlock, trace: Trace, claimId: string | null): Shown {
  return useMemo(() => {
    const claim = scene.blocks.filter(isClaim).find(({ id }) => id === claimId)
    const witness = claim?.run ?? null
    if (claim === undefined || witness === null) return { link: scene.link, trace }
    return { link: claim.link, trace: restoredRun(witness, claim.scenario) }
  }, [scene, trace, claimId])
}

interface SceneBlockViewProps {
  readonly block: Block
  readonly scene: SceneBlock
  readonly trace: Trace
  readonly run: SceneRun
  readonly move: (move: Move) => void
}

function SceneBlockView({ block, scene, trace, run, move }: SceneBlockViewProps) {
  const playhead = run.witness?.left ?? run.playhead
  switch (block.type) {
    case 'beats':
      return (
        <Beats
          beats={block.beats}
          playhead={playhead}
          clients={stepClients(trace)}
          onSeek={(step) => move({ type: 'show step', step })}
        />
      )
    case 'predict':
      return (
        <Prediction
          block={block}
          trace={trace}
          answer={run.answers[block.id]}
          onAnswer={(option) => move({ type: 'answer', question: block.id, option })}
          onAskAgain={() => move({ type: 'ask again', question: block.id })}
        />
      )
    case 'claim':
      return (
        <Claim
          claim={block}
          onShow={() => move({ type: 'show witness', claim: block.id, steps: block.finding.witness.length })}
        />
      )
    case 'diagram':
      return (
        <Diagram
          block={block}
          playhead={playhead}
          clients={scene.scenario.clients.map(({ name }) => name)}
          title={scene.title}
        />
      )
    default:
      return <ProseBlock block={block} />
  }
}
