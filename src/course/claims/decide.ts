/**
 * The gate of the claims: what the answers come to, and everything that keeps a row from saying so.
 *
 * All witnesses true: the statement holds. All false: it fails. Some of each: it depends, and the assumption must be what
 * tells them apart. A statement about every run is shown by all interleavings and refuted by one; a statement that
 * something can happen is shown by one run and refuted by all.
 */
import type { Problem } from '../../model/scenario/problem'
import { answerTo, type Answer } from './answer'
import { isExecuted, type Claim, type ClaimVerdict } from './claim'

/** What the engine answered to each witness; a sentence where it could not. */
export type Answers = readonly (Answer | { readonly problem: string })[]

export const answersOf = ({ witnesses }: Claim): Answers => witnesses.map(answerTo)

export interface Decision {
  /** What the answers come to; what was stated where nothing is run. */
  readonly verdict: ClaimVerdict
  readonly problems: readonly Problem[]
}

/** Decides a row by what was answered. */
export function decide(claim: Claim, answers: Answers): Decision {
  const { id, file, line } = claim
  const problems: Problem[] = []
  const refuse = (message: string, at = line) =>
    problems.push({ file, line: at, column: 1, message: `${id}: ${message}` })
  if (claim.verdict === 'opinion' || claim.verdict === 'not-run') {
    if (isExecuted(claim))
      refuse(`It is stated as "${claim.verdict}", and it has a witness. State what the engine finds.`)
    if (claim.reason === '') refuse('Nothing is run for it, and it does not say why. Write a "reason".')
    return { verdict: claim.verdict, problems }
  }
  if (!isExecuted(claim)) {
    refuse(`It is stated that it ${spoken(claim.verdict)}, and there is no witness. Add one, or state "not-run".`)
    return { verdict: 'not-run', problems }
  }
  const truths: boolean[] = []
  answers.forEach((answer, index) => {
    const at = claim.witnesses[index]?.line ?? line
    if ('problem' in answer) return refuse(`Witness ${index + 1}: ${answer.problem}`, at)
    const message = reachProblem(claim, answer)
    if (message !== null) refuse(`Witness ${index + 1}: ${message}`, at)
    return truths.push(answer.isTrue)
  })
  if (truths.length < answers.length) return { verdict: 'not-run', problems }
  const verdict = verdictOf(truths)
  if (verdict !== claim.verdict)
    refuse(
      `It is stated that it ${spoken(claim.verdict)}, and the engine finds that it ${spoken(verdict)}: ${said(claim, truths)}.`,
    )
  for (const message of wordProblems(claim, verdict)) refuse(message)
  return { verdict, problems }
}

const verdictOf = (truths: readonly boolean[]): ClaimVerdict =>
  truths.every(Boolean) ? 'holds' : truths.some(Boolean) ? 'depends' : 'fails'

const spoken = (verdict: ClaimVerdict): string => (verdict === 'depends' ? 'depends on an assumption' : verdict)

const said = ({ witnesses }: Claim, truths: readonly boolean[]): string =>
  witnesses.map(({ ask }, index) => `"${ask}" is ${String(truths[index])}`).join(', ')

/** One run never shows what is said of all, nor refutes what is said of some. */
function reachProblem({ about }: Claim, { kind, isTrue }: Answer): string | null {
  const isOneRun = kind === 'run' || kind === 'servers' || kind === 'load'
  if (about === 'a server' && kind !== 'servers')
    return 'The statement is about what a server answers. Name a recording, or write the requests.'
  if (about === 'a workload' && kind !== 'load')
    return 'The statement is about what is measured under load. Name a workload, or write one.'
  if (!isOneRun || about === 'a server' || about === 'a workload' || isTrue === (about === 'some run')) return null
  return isTrue
    ? 'The statement is about every run, and one run does not show it. Leave the schedule out.'
    : 'The statement is that something can happen, and one run does not refute it. Leave the schedule out.'
}

function wordProblems({ assumption, correction, reason, witnesses }: Claim, verdict: ClaimVerdict): readonly string[] {
  const problems: string[] = []
  if (reason !== '') problems.push('It gives a reason why nothing is run, and something is. Drop the reason.')
  if (verdict === 'fails' && correction === '')
    problems.push('It fails, and nothing says what is true instead. Write a "correction".')
  if (verdict === 'depends' && assumption === '')
    problems.push('It depends, and nothing says on what. Write the "assumption" under which it holds.')
  if (verdict === 'depends' && witnesses.some(({ when }) => when === ''))
    problems.push('It depends, so each witness must say under which assumption it is asked. Write "when".')
  return problems
}
