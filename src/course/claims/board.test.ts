import { beforeAll, describe, expect, test } from 'vitest'
import { boardOf, type Board } from './board'
import { isExecuted, verdicts } from './claim'
import { answersOf, decide, type Answers } from './decide'
import { claims } from './sheets'
import type { Experiment } from '../../model/load/workload/experiment'
import { isLoadProblem, readLoadLink } from '../../model/load/workload/link'
import { replay } from '../../model/engine/replay'
import { catalogue } from '../../model/scenario/catalogue'
import { isProblem, readLink } from '../../model/scenario/link'
import type { Scenario } from '../../model/scenario/scenario'

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)

/** Everything that a link must carry. */
const chosenIn = ({ start, protocol, guards, clients, faults, check }: Scenario) =>
  JSON.stringify([start, protocol, Object.entries(guards).sort(), clients, faults, check])

let board: Board
let answers: ReadonlyMap<string, Answers>

beforeAll(() => {
  board = boardOf(claims, catalogue)
  answers = new Map(claims.map((claim) => [claim.id, answersOf(claim)]))
}, 120_000)

test('every statement has its row, in the order of the documents', () => {
  expect(board.rows.map(({ id }) => id)).toEqual([...numbered('C', 25), ...numbered('A', 79), ...numbered('P', 12)])
})

test('the engine finds what is stated, in every row', () => {
  expect(board.problems).toEqual([])
})

test('at least a hundred rows are run', () => {
  expect(claims.filter(isExecuted).length).toBeGreaterThanOrEqual(100)
})

describe('a row that states something else stops the build with its id', () => {
  test.each(claims.map((claim) => [claim.id, claim] as const))('%s', (id, claim) => {
    for (const verdict of verdicts.filter((other) => other !== claim.verdict)) {
      // Not run and opinion differ in nothing that the engine could find.
      if (!isExecuted(claim) && (verdict === 'opinion' || verdict === 'not-run')) continue
      const { problems } = decide({ ...claim, verdict }, answers.get(id)!)
      expect(problems.map(({ file, line, message }) => [file, line, message.startsWith(`${id}: `)])).toContainEqual([
        claim.file,
        claim.line,
        true,
      ])
    }
  })
})

const unnamed = ({ workload, strategies }: Experiment) =>
  JSON.stringify([{ ...workload, workload: '', title: '', about: '' }, strategies])

/** Whether a link opens these strategies under this workload. */
function isSameLoad(link: string, experiment: Experiment): boolean {
  const read = readLoadLink(link)
  return !isLoadProblem(read) && unnamed(read) === unnamed(experiment)
}

test('each run opens in the Lab with the scenario and the steps that the board tells', () => {
  const asked = claims.flatMap(({ id, witnesses }) => witnesses.map(({ subject }) => ({ id, subject })))
  const told = board.rows.flatMap(({ witnesses }) => witnesses)
  expect(told.length).toBe(asked.length)
  const wrong = asked.flatMap(({ id, subject }, index) => {
    const { link, schedule } = told[index]!
    if (subject.kind === 'load') return isSameLoad(link, subject.experiment) ? [] : [id]
    if (subject.kind !== 'scenario') return link === '' ? [] : [id]
    const moment = readLink(link)
    if (isProblem(moment)) return [`${id}: ${moment.message}`]
    const { edited } = moment
    const isSame = chosenIn(edited) === chosenIn(subject.scenario) && moment.schedule.join() === schedule.join()
    return isSame && replay(edited, moment.schedule).refused === null ? [] : [id]
  })
  expect(wrong).toEqual([])
})

test('no sentence of a row holds a count or a schedule, which only the engine may tell', () => {
  const typed = claims.flatMap(({ id, statement, assumption, correction, note, reason, witnesses }) =>
    [statement, assumption, correction, note, reason, ...witnesses.map(({ when }) => when)]
      .filter((text) => /\d{2,}|\d of \d|\bT\d\b/.test(text))
      .map((text) => `${id}: ${text}`),
  )
  expect(typed).toEqual([])
})
