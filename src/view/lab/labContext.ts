import { createContext, useContext } from 'react'
import type { Command } from '../commands/command'
import type { Player, PlayerState } from '../player/player'
import { usePlayer } from '../player/usePlayer'

export interface LabValue {
  readonly player: Player
  /** Commands by id. */
  readonly commands: ReadonlyMap<string, Command>
}

/** The Lab's player and commands, for the parts of its screen. */
export const LabContext = createContext<LabValue | null>(null)

export function useLab(): LabValue {
  const lab = useContext(LabContext)
  if (lab === null) throw new Error('This part of the Lab stands outside of it.')
  return lab
}

export const useLabState = <Selected>(select: (state: PlayerState) => Selected): Selected =>
  usePlayer(useLab().player, select)

/** The command with this id; every id used on the screen is registered by `labCommands`. */
export function useCommand(id: string): Command {
  const command = useLab().commands.get(id)
  if (command === undefined) throw new Error(`The Lab has no command "${id}".`)
  return command
}
