/**
 * The player: which run is shown, and up to where.
 *
 * A run is a scenario and a path in the tree of everything tried; the trace is derived and the playhead is
 * an index into it. Going back is a smaller playhead. Taking another step there forks the run, and the
 * future that was left stays reachable. A guard switched on or off keeps the schedule and replays it.
 * Undo returns to an earlier moment as a whole: scenario, run and playhead.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Trace } from '../../model/engine/trace'
import { withWorkloadOf } from '../../model/scenario/beside'
import type { Scenario } from '../../model/scenario/scenario'
import type { Clock } from './clock'
import { momentOf, nodeAtPlayhead, planted, returnedTo, show, type Moment, type Opening, type Shown } from './moment'
import { createPlayback, type Playback } from './playback'
import { endOf, grow, keep, named, pathTo, ROOT } from './runTree'
import { rememberingReplays, type Replays } from './traces'
import { waiting, type Learn } from './waiting'

export const speeds = [0.5, 1, 2, 4] as const
export type Speed = (typeof speeds)[number]

const UNDO_MAX = 200

export interface PlayerState extends Shown {
  readonly isPlaying: boolean
  readonly speed: Speed
  /** How the playhead came here: `step` is worth an animation, `jump` is not. */
  readonly moved: 'step' | 'jump'
  /** The run before the scenario was last edited, for pointing at the first difference; null when dismissed. */
  readonly comparedWith: Trace | null
  readonly past: readonly Moment[]
  readonly future: readonly Moment[]
}

/** Moves along the run that is shown. */
interface Moves {
  readonly stepForward: () => void
  readonly stepBack: () => void
  readonly first: () => void
  readonly last: () => void
  /** Moves the playhead without animation; a step outside the run means its nearest end. */
  readonly seek: (step: number) => void
}

/** Changes the run; each can be undone. */
interface Changes {
  /** Shows another run, with a tree of its own. */
  readonly open: (opening: Opening) => void
  /** Takes an enabled step at the playhead; says whether it was. */
  readonly take: (word: string) => boolean
  /** Replays the same schedule under an edited scenario. */
  readonly edit: (scenario: Scenario) => void
  /** Shows other scenarios on the same schedule; none shows the run alone again. */
  readonly compareWith: (beside: readonly Scenario[]) => void
  /** Goes on with another future of the node at the playhead. */
  readonly chooseFork: (id: number) => void
  /** Goes to a node of the tree: along the run where it is on it, otherwise to the run through it that was chosen last. */
  readonly goTo: (id: number) => void
  /** Puts a schedule into the tree and shows it, e.g. a witness; everything tried before stays reachable. */
  readonly follow: (schedule: readonly string[], step: number) => void
}

export interface Player extends Moves, Changes, Playback {
  readonly store: StoreApi<PlayerState>
  readonly dismissComparison: () => void
  /** Calls the branch that begins with a node by a name. Nothing else changes, so there is nothing to undo. */
  readonly nameBranch: (id: number, name: string) => void
  readonly undo: () => void
  readonly redo: () => void
}

type Store = StoreApi<PlayerState>

const moves = (store: Store, pause: () => void, moveTo: (step: number, moved: PlayerState['moved']) => void): Moves => {
  const go = (step: number, moved: PlayerState['moved']) => {
    pause()
    moveTo(step, moved)
  }
  return {
    stepForward: () => go(store.getState().playhead + 1, 'step'),
    stepBack: () => go(store.getState().playhead - 1, 'jump'),
    first: () => go(0, 'jump'),
    last: () => go(Infinity, 'jump'),
    seek: (step) => go(step, 'jump'),
  }
}

/** `change` goes to a moment that undo can come back from. */
const changes = (get: () => PlayerState, change: (moment: Moment, more?: Partial<PlayerState>) => void): Changes => {
  let trees = 0
  return {
    open: (opening) => change(planted(opening, ++trees)),
    take(word) {
      const state = get()
      if (!state.here.enabled.includes(word)) return false
      const { tree, id } = grow(state.tree, nodeAtPlayhead(state), [word])
      change(
        { ...state, tree, tip: endOf(tree, id), playhead: state.playhead + 1 },
        { moved: 'step', comparedWith: state.comparedWith },
      )
      return true
    },
    edit(scenario) {
      const { beside, trace } = get()
      const moment = { ...get(), scenario, beside: beside.map((other) => withWorkloadOf(scenario, other)) }
      // Where several stand side by side, what a switch changes is seen there.
      change(moment, { comparedWith: beside.length === 0 ? trace : null })
    },
    compareWith(beside) {
      change({ ...get(), beside })
    },
    chooseFork(id) {
      const tip = endOf(get().tree, id)
      change({ ...get(), tree: keep(get().tree, tip), tip })
    },
    goTo(id) {
      const { tree, tip, playhead } = get()
      const path = pathTo(tree, id)
      const isOnRun = id === ROOT || pathTo(tree, tip)[path.length - 1] === id
      if (isOnRun && path.length === playhead) return
      const end = isOnRun ? tip : endOf(tree, id)
      change({ ...get(), tree: keep(tree, end), tip: end, playhead: path.length })
    },
    follow(schedule, playhead) {
      const { tree, id } = grow(get().tree, ROOT, schedule)
      change({ ...get(), tree, tip: id, playhead })
    },
  }
}

const createState = (replay: Replays, opening: Opening, speed: Speed): Store =>
  createStore<PlayerState>()(() => ({
    ...show(replay, planted(opening, 0)),
    isPlaying: false,
    speed,
    moved: 'jump',
    comparedWith: null,
    past: [],
    future: [],
  }))

/**
 * Makes a player that shows `opening`. Call `pause` when nobody looks any more: it calls off the clock.
 * @param learn finds out elsewhere what learners' programs do in a run; a change that has to wait for it is made then
 */
export function createPlayer(opening: Opening, clock: Clock, speed: Speed = 1, learn?: Learn): Player {
  const replay = rememberingReplays()
  const store = createState(replay, opening, speed)
  const { getState: get, setState: set } = store

  const moveTo = (playhead: number, moved: PlayerState['moved']) => {
    const shown = show(replay, { ...get(), playhead })
    if (shown.playhead !== get().playhead) set({ ...shown, moved })
  }
  const playback = createPlayback(store, clock, moveTo)
  const whenLearned = waiting(learn)
  const change = (moment: Moment, more: Partial<PlayerState> = {}) => {
    playback.pause()
    whenLearned(moment, () => {
      const past = [...get().past, momentOf(get())].slice(-UNDO_MAX)
      set({ ...show(replay, moment), moved: 'jump', comparedWith: null, past, future: [], ...more })
    })
  }
  /** One moment leaves a pile, and the present goes onto the other. */
  const travel = (from: 'past' | 'future', to: 'past' | 'future') => {
    playback.pause()
    const state = get()
    const moment = state[from].at(-1)
    if (moment === undefined) return
    const piles = { [from]: state[from].slice(0, -1), [to]: [...state[to], momentOf(state)] }
    const back = returnedTo(moment, state)
    whenLearned(back, () => set({ ...show(replay, back), moved: 'jump', comparedWith: null, ...piles }))
  }
  return {
    store,
    ...playback,
    ...moves(store, playback.pause, moveTo),
    ...changes(get, change),
    dismissComparison: () => set({ comparedWith: null }),
    nameBranch: (id, name) => set({ tree: named(get().tree, id, name) }),
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
  }
}
