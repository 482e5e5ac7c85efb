/**
 * A scene's run as a reader moves through it: a playhead, the answers given so far, and perhaps a claim's witness
 * in its place. Pure; the clock and the screen are elsewhere.
 *
 * The one rule: the playhead never passes a question that is not answered, whoever moves it.
 */
import type { PredictBlock, SceneBlock } from '../../course/lesson/lesson'

export interface SceneRun {
  readonly playhead: number
  /** The last change was one step forward, which is shown as a movement; everything else is a jump. */
  readonly isMoving: boolean
  readonly isPlaying: boolean
  /** A person asked for the last change, so it is worth saying aloud; scrolling is not. */
  readonly isAsked: boolean
  /** The option chosen first, by question; -1 for a reader who would rather be shown. */
  readonly answers: Readonly<Record<string, number>>
  /** The claim whose witness stands in the scene, and where the lesson's own run was left. */
  readonly witness: { readonly claim: string; readonly steps: number; readonly left: number } | null
}

export type Move =
  | { readonly type: 'seek'; readonly step: number }
  /** The prose that tells this step has been reached; a witness on the stage is left alone. */
  | { readonly type: 'read'; readonly step: number }
  /** Shows a step of the lesson's own run, whatever stands on the stage. */
  | { readonly type: 'show step'; readonly step: number }
  | { readonly type: 'step'; readonly by: 1 | -1 }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  | { readonly type: 'tick' }
  | { readonly type: 'answer'; readonly question: string; readonly option: number }
  | { readonly type: 'ask again'; readonly question: string }
  | { readonly type: 'show witness'; readonly claim: string; readonly steps: number }
  | { readonly type: 'return' }

export const atStart: SceneRun = {
  playhead: 0,
  isMoving: false,
  isPlaying: false,
  isAsked: false,
  answers: {},
  witness: null,
}

export const questionsOf = (scene: SceneBlock): readonly PredictBlock[] =>
  scene.blocks.filter((block): block is PredictBlock => block.type === 'predict')

/** The first question that is not answered yet. */
export const openQuestion = (scene: SceneBlock, answers: SceneRun['answers']): PredictBlock | null =>
  questionsOf(scene).find(({ id }) => !Object.hasOwn(answers, id)) ?? null

/** How far the playhead may go now. */
export const limitOf = (scene: SceneBlock, { answers, witness }: SceneRun): number =>
  witness?.steps ?? openQuestion(scene, answers)?.at ?? scene.schedule.length

export function moved(scene: SceneBlock, run: SceneRun, move: Move): SceneRun {
  return { ...changed(scene, run, move), isAsked: move.type !== 'read' }
}

function changed(scene: SceneBlock, run: SceneRun, move: Move): SceneRun {
  switch (move.type) {
    case 'seek':
      return at(scene, { ...run, isPlaying: false }, move.step)
    case 'read':
      return run.witness === null ? at(scene, { ...run, isPlaying: false }, move.step) : run
    case 'show step':
      return at(scene, { ...returned(run), isPlaying: false }, move.step)
    case 'step':
      return at(scene, { ...run, isPlaying: false }, run.playhead + move.by)
    case 'play':
      return play(scene, run)
    case 'pause':
      return { ...run, isPlaying: false }
    case 'tick':
      return run.isPlaying ? untilLimit(scene, at(scene, run, run.playhead + 1)) : run
    case 'answer':
      return answer(scene, run, move.question, move.option)
    case 'ask again':
      return askAgain(scene, run, move.question)
    case 'show witness': {
      const left = run.witness?.left ?? run.playhead
      const witness = { claim: move.claim, steps: move.steps, left }
      return { ...run, witness, playhead: 0, isMoving: false, isPlaying: move.steps > 0 }
    }
    case 'return':
      return returned(run)
  }
}

const returned = (run: SceneRun): SceneRun =>
  run.witness === null ? run : { ...run, witness: null, playhead: run.witness.left, isMoving: false, isPlaying: false }

function at(scene: SceneBlock, run: SceneRun, step: number): SceneRun {
  const playhead = Math.max(0, Math.min(step, limitOf(scene, run)))
  return { ...run, playhead, isMoving: playhead === run.playhead + 1 }
}

const untilLimit = (scene: SceneBlock, run: SceneRun): SceneRun =>
  run.playhead >= limitOf(scene, run) ? { ...run, isPlaying: false } : run

function play(scene: SceneBlock, run: SceneRun): SceneRun {
  const limit = limitOf(scene, run)
  const length = run.witness?.steps ?? scene.schedule.length
  if (run.playhead < limit) return { ...run, isPlaying: true }
  return limit === length && length > 0 ? { ...run, playhead: 0, isMoving: false, isPlaying: true } : run
}

/** Only the first answer counts; it plays the step that was asked about. */
function answer(scene: SceneBlock, run: SceneRun, question: string, option: number): SceneRun {
  const block = questionsOf(scene).find(({ id }) => id === question)
  if (block === undefined || Object.hasOwn(run.answers, question)) return run
  const answers = { ...run.answers, [question]: option }
  const before: SceneRun = { ...run, answers, witness: null, isPlaying: false, playhead: block.at }
  return at(scene, before, block.at + 1)
}

/** Takes back the answer and all later ones, and puts the scene before the question. */
function askAgain(scene: SceneBlock, run: SceneRun, question: string): SceneRun {
  const questions = questionsOf(scene)
  const index = questions.findIndex(({ id }) => id === question)
  const kept = new Set(questions.slice(0, index).map(({ id }) => id))
  const answers = Object.fromEntries(Object.entries(run.answers).filter(([id]) => kept.has(id)))
  return { ...run, answers, witness: null, isPlaying: false, isMoving: false, playhead: questions[index]?.at ?? 0 }
}
