/** The steps that no client takes, with the parts of the world that they promise to touch. */
import type { OwnMover } from '../engine/mover'

/** One step of a timer, a daemon or a fault, with what it touches. */
export interface OwnStep {
  readonly mover: OwnMover
  readonly choice: number
  readonly key?: number
  readonly client?: number
}

/** One that touches a client and a key: it is learned by the id of the client's part, as the client's own steps are. */
export type SharedStep = Required<OwnStep>

export const isShared = (step: OwnStep): step is SharedStep => step.key !== undefined && step.client !== undefined

export const ownStepsOf = (mover: OwnMover): OwnStep[] =>
  Array.from({ length: mover.choices }, (_, choice) => ({ mover, choice, ...mover.touches!(choice) }))
