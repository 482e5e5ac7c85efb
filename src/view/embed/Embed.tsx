import { useEffect, useMemo, useState } from 'react'
import { useCommands } from '../commands/useCommands'
import { useKeys } from '../commands/useKeys'
import { CommandIcon } from '../lab/CommandButton'
import { contentsInWords } from '../lab/contentsInWords'
import { headingOf } from '../lab/heading'
import { labCommands } from '../lab/labCommands'
import { LabContext, useLabState } from '../lab/labContext'
import { LabStage } from '../lab/LabStage'
import { addressOf, openedBy } from '../lab/opening'
import { SentenceCard, stateInWords } from '../lab/SentenceCard'
import { ClientButtons, FaultButtons } from '../lab/StepButtons'
import { Track } from '../lab/Track'
import { wallClock } from '../player/clock'
import { createPlayer, type Player } from '../player/player'
import { usePlayer } from '../player/usePlayer'
import { announcer } from '../shell/announcer'
import { LiveRegion } from '../shell/LiveRegion'
import { Note } from '../ui/Note'
import styles from './Embed.module.css'
import { EmbedVerdicts } from './EmbedVerdicts'

const FULL_PAGE = './index.html'

function Head() {
  const { title } = useLabState(headingOf)
  const address = useLabState(addressOf)
  return (
    <header className={styles['head']}>
      <h1 className={styles['title']}>{title}</h1>
      <a className={styles['full']} href={`${FULL_PAGE}${address}`} target="_blank" rel="noopener">
        Open in the full Lab
      </a>
    </header>
  )
}

function Controls() {
  const isPlaying = useLabState((state) => state.isPlaying)
  return (
    <section className={styles['controls']} aria-label="Transport">
      <Track />
      <div className={styles['row']}>
        <CommandIcon id="player.first" icon="first" />
        <CommandIcon id="player.back" icon="back" />
        <CommandIcon id="player.play" icon={isPlaying ? 'pause' : 'play'} label={isPlaying ? 'Pause' : 'Play'} />
        <CommandIcon id="player.forward" icon="forward" />
        <ClientButtons isShort />
        <FaultButtons />
      </div>
    </section>
  )
}

function useEmbedCommands(player: Player) {
  const scenario = usePlayer(player, (state) => state.scenario)
  const list = useMemo(
    () =>
      labCommands(player, scenario, {
        announceState() {
          const { trace, playhead } = player.store.getState()
          announcer.announce(`${stateInWords(trace, playhead)} ${contentsInWords(trace, playhead)}`)
        },
        share: () => undefined,
        preferSpeed: () => undefined,
      }).filter(({ id }) => /^(take|key|ask|player)\.|^lab\.(undo|redo|state)$/.test(id)),
    [player, scenario],
  )
  useCommands(list)
  return useMemo(() => new Map(list.map((command) => [command.id, command])), [list])
}

/** Opens what the frame's address says, now and when the page around it changes it. */
function useFrameAddress() {
  const [first] = useState(() => openedBy(location.hash))
  const [player] = useState(() => createPlayer(first.opening, wallClock))
  const [problem, setProblem] = useState(first.problem)
  useEffect(() => {
    const follow = () => {
      const { opening, problem: found } = openedBy(location.hash)
      setProblem(found)
      player.open(opening)
    }
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
      player.pause()
    }
  }, [player])
  return { player, problem }
}

/** One moment of the Lab, to be stepped on from: the picture, its steps, what happened, what holds. */
export function Embed() {
  const { player, problem } = useFrameAddress()
  const commands = useEmbedCommands(player)
  const lab = useMemo(() => ({ player, commands }), [player, commands])
  useKeys()
  return (
    <LabContext value={lab}>
      <main className={styles['embed']}>
        <Head />
        {problem !== null && <Note tone="bad">{problem}</Note>}
        <div className={styles['stage']}>
          <LabStage />
        </div>
        <SentenceCard />
        <EmbedVerdicts />
        <Controls />
      </main>
      <LiveRegion announcer={announcer} />
    </LabContext>
  )
}
