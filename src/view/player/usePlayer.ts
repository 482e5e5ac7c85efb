import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Player, PlayerState } from './player'

/** Reads from a player and renders again when what was read has changed (compared one level deep). */
export const usePlayer = <Selected>(player: Player, select: (state: PlayerState) => Selected): Selected =>
  useStore(player.store, useShallow(select))
