/**
 * Compares the verdicts about what clients saw with those of this project's own checkers. They look at the history
 * alone; only older and newer, for what a client may expect of its own session, go by the order of the commits.
 */
import {
  isRegisterLinearizable,
  isSequential,
  isSequentialPerKey,
  readsInOrder,
  readsYourWrites,
  type History,
  type HistoryOperation,
  type Initial,
} from '../histories'
import type { Committed } from './postgres/postgres'
import type { Recording, VerdictName } from './recording'

/** What a process committed at a step of the recording. */
export interface Commit extends Committed {
  readonly step: number
}

type Checker = (history: History, initial: Initial, order: History) => boolean

const checkers: Readonly<Record<VerdictName, Checker>> = {
  linearizable: isRegisterLinearizable,
  sequential: isSequential,
  perKeySequential: isSequentialPerKey,
  readYourWrites: readsYourWrites,
  monotonicReads: readsInOrder,
}

/** The writes in the order of their commits; one that never committed counts from where it began. */
function inOrderOfCommits(history: History, commits: readonly Commit[]): History {
  const free = new Set(commits)
  const isCommitOf = ({ client, key, value, from, to }: HistoryOperation, commit: Commit) =>
    commit.by === client &&
    commit.key === key &&
    commit.value === value &&
    commit.step >= from &&
    commit.step <= (to ?? Infinity)
  const placed = history
    .filter(({ kind }) => kind === 'write')
    .map((write) => {
      const commit = [...free].find((each) => isCommitOf(write, each))
      if (commit === undefined) return { write, step: write.from, place: -1 }
      free.delete(commit)
      return { write, step: commit.step, place: commits.indexOf(commit) }
    })
  return placed.sort((a, b) => a.step - b.step || a.place - b.place).map(({ write }) => write)
}

/** One sentence about the first verdict that differs; null where none does. */
export function compareVerdicts({ history, initial, verdicts }: Recording, commits: readonly Commit[]): string | null {
  const order = inOrderOfCommits(history, commits)
  for (const [name, recorded] of verdicts)
    if (checkers[name](history, initial, order) !== recorded)
      return `The verdict: the recording says that ${name} is ${String(recorded)} of its ${history.length} operations, and the checker says ${String(!recorded)}.`
  return null
}
