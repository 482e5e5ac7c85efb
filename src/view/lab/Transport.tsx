import { perform } from '../commands/command'
import { preferences } from '../preferences/preferences'
import { speeds, type Speed } from '../player/player'
import { IconButton } from '../ui/Button'
import { Select } from '../ui/Select'
import { CommandIcon } from './CommandButton'
import { ExportButton } from './ExportButton'
import { ToolButtons } from './MoreButton'
import { useCommand, useLab, useLabState } from './labContext'
import { ClientButtons, FaultButtons } from './StepButtons'
import { Track } from './Track'
import styles from './Transport.module.css'

function PlayButton() {
  const command = useCommand('player.play')
  const { isPlaying, reason } = useLabState((state) => ({ isPlaying: state.isPlaying, reason: command.reason() }))
  return (
    <IconButton
      icon={isPlaying ? 'pause' : 'play'}
      label={isPlaying ? 'Pause' : 'Play'}
      hint="Space"
      look="primary"
      reason={reason}
      className={styles['play']}
      onClick={() => perform(command)}
    />
  )
}

const speedOptions = speeds.map((speed) => ({ value: String(speed), title: `${speed}×` }))

function SpeedChoice() {
  const { player } = useLab()
  const speed = useLabState((state) => state.speed)
  const choose = (value: string) => {
    const chosen: Speed = speeds.find((each) => String(each) === value) ?? 1
    player.setSpeed(chosen)
    preferences.prefer({ speed: chosen })
  }
  return (
    <Select label="Speed" value={String(speed)} options={speedOptions} onChange={choose} className={styles['speed']} />
  )
}

const UndoButtons = () => (
  <div className={styles['group']}>
    <CommandIcon id="lab.undo" icon="undo" />
    <CommandIcon id="lab.redo" icon="redo" />
  </div>
)

/** Moves along the run and takes steps, in one bar under the picture. */
export function Transport() {
  return (
    <section className={styles['bar']} aria-label="Transport">
      <div className={styles['group']}>
        <CommandIcon id="player.first" icon="first" className={styles['end']} />
        <CommandIcon id="player.back" icon="back" />
        <PlayButton />
        <CommandIcon id="player.forward" icon="forward" />
        <CommandIcon id="player.last" icon="last" className={styles['end']} />
      </div>
      <Track />
      <div className={styles['choices']}>
        <ClientButtons />
        <FaultButtons />
        <UndoButtons />
        <SpeedChoice />
      </div>
    </section>
  )
}

/** The same for the thumb: back, a button for each client, play. */
export function PhoneTransport() {
  return (
    <section className={styles['phone']} aria-label="Transport">
      <Track />
      <div className={styles['row']}>
        <CommandIcon id="player.back" icon="back" className={styles['thumb']} />
        <ClientButtons isShort />
        <PlayButton />
      </div>
    </section>
  )
}

/** What does not fit under the thumb. */
export function PhoneMore() {
  return (
    <div className={styles['more']}>
      <FaultButtons />
      <div className={styles['group']}>
        <CommandIcon id="player.first" icon="first" />
        <CommandIcon id="player.forward" icon="forward" />
        <CommandIcon id="player.last" icon="last" />
        <UndoButtons />
        <SpeedChoice />
      </div>
      <div className={styles['group']}>
        <ExportButton />
        <ToolButtons />
      </div>
    </div>
  )
}
