import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { learnInWorker, readInWorker } from '../../workers/own/client'
import { reportOf } from '../lab/reports'
import { wallClock } from '../player/clock'
import type { Opening } from '../player/moment'
import { createPlayer, type Player, type Speed } from '../player/player'
import { draftStorage } from './drafts'
import { createStudio, type Studio, type StudioState, type StudioTools } from './studio'

/** The Lab's studio, for the parts of its screen. */
export const StudioContext = createContext<Studio | null>(null)

export function useLabStudio(): Studio {
  const studio = useContext(StudioContext)
  if (studio === null) throw new Error('This part of the Lab stands outside of it.')
  return studio
}

export const useStudio = <Selected>(studio: Studio, select: (state: StudioState) => Selected): Selected =>
  useStore(studio.store, useShallow(select))

const tools: StudioTools = {
  clock: wallClock,
  storage: draftStorage,
  read: readInWorker,
  learn: learnInWorker,
  report: reportOf,
}

/** A player, and the studio that brings programs to it. */
export function playerWithStudio(opening: Opening, speed: Speed): { readonly player: Player; readonly studio: Studio } {
  const player = createPlayer(opening, wallClock, speed, (scenario, schedule) => studio.learn(scenario, schedule))
  const studio = createStudio(player, tools)
  return { player, studio }
}
