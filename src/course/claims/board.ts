/**
 * The board: every claim with what the engine found, as plain data. The page shows it, the command line prints it; no
 * verdict, count or schedule in it was typed.
 */
import { replay } from '../../model/engine/replay'
import type { Problem } from '../../model/scenario/problem'
import { loadLinkTo } from '../../model/load/workload/linkWords'
import type { Scenario } from '../../model/scenario/scenario'
import { narrate, spoken } from '../narration'
import type { Answer } from './answer'
import { documents, type Claim, type ClaimVerdict, type SourceDocument, type Witness } from './claim'
import { answersOf, decide, type Answers } from './decide'
import { labLink } from './labLink'
import type { Exchange } from './servers'
import { counted, countsOf, runsAsked, settingText, workloadText } from './words'

export interface WitnessRow {
  /** The scenario of the catalogue, or the recording; empty for a scenario or requests of its own. */
  readonly name: string
  /** What is run, on one line; empty where requests are listed. */
  readonly setting: string
  readonly ask: string
  readonly isTrue: boolean
  readonly when: string
  /** What was asked: one run, or all of them with how many there are. */
  readonly asked: string
  /** What was counted, in a sentence. */
  readonly counts: string
  /** The run that shows it, in words. */
  readonly schedule: readonly string[]
  /** What its last step did. */
  readonly tells: string
  /** Opens the run in the Lab, or runs under load on their page; empty where servers were asked. */
  readonly link: string
  /** What servers were asked and what they answered. */
  readonly exchanges: readonly Exchange[]
}

export interface ClaimRow {
  readonly id: string
  readonly document: SourceDocument
  readonly section: string
  readonly statement: string
  /** What the witnesses come to. */
  readonly verdict: ClaimVerdict
  readonly assumption: string
  readonly correction: string
  readonly note: string
  readonly reason: string
  readonly witnesses: readonly WitnessRow[]
}

export interface Board {
  readonly rows: readonly ClaimRow[]
  readonly problems: readonly Problem[]
}

const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0)

/** Claims in the order in which they are read: by document, then by number. */
export const inOrder = (claims: readonly Claim[]): readonly Claim[] =>
  claims.toSorted(
    (a, b) => documents.indexOf(a.document) - documents.indexOf(b.document) || numberOf(a.id) - numberOf(b.id),
  )

/** Two claims cannot share an id, which links stand on. */
function twins(claims: readonly Claim[]): readonly Problem[] {
  return claims.flatMap(({ id, file, line }, index) => {
    const twin = claims.slice(0, index).find((other) => other.id === id)
    if (twin === undefined) return []
    return [
      { file, line, column: 1, message: `${id}: It stands in ${twin.file}:${twin.line} already. Number one anew.` },
    ]
  })
}

/**
 * Asks the engine every witness.
 * @param onClaim is told each claim before it is asked, for progress
 */
export function boardOf(
  claims: readonly Claim[],
  catalogue: readonly Scenario[],
  onClaim: (claim: Claim) => void = () => {},
): Board {
  const problems: Problem[] = [...twins(claims)]
  const rows = inOrder(claims).map((claim) => {
    onClaim(claim)
    const answers = answersOf(claim)
    const decision = decide(claim, answers)
    problems.push(...decision.problems)
    return rowOf(claim, decision.verdict, answers, catalogue)
  })
  return { rows, problems }
}

function rowOf(claim: Claim, verdict: ClaimVerdict, answers: Answers, catalogue: readonly Scenario[]): ClaimRow {
  const { id, document, section, statement, assumption, correction, note, reason, witnesses } = claim
  const rows = witnesses.flatMap((witness, index) => {
    const answer = answers[index]
    return answer === undefined || 'problem' in answer ? [] : [witnessRow(witness, answer, catalogue)]
  })
  return { ...{ id, document, section, statement }, verdict, assumption, correction, note, reason, witnesses: rows }
}

function witnessRow({ subject, ask, when }: Witness, answer: Answer, catalogue: readonly Scenario[]): WitnessRow {
  const { isTrue, schedule } = answer
  const said = { ask, isTrue, when, asked: runsAsked(answer), counts: countsOf(answer), schedule }
  if (subject.kind === 'load') {
    const link = loadLinkTo(subject.from, subject.experiment)
    return {
      name: subject.base ?? '',
      setting: workloadText(subject.experiment),
      ...said,
      tells: '',
      link,
      exchanges: [],
    }
  }
  if (subject.kind !== 'scenario') {
    const exchanges = answer.kind === 'servers' ? answer.exchanges : []
    const isRecorded = subject.kind === 'recording'
    const asked = counted(exchanges.length, isRecorded ? 'recorded request' : 'request')
    return { name: isRecorded ? subject.name : '', setting: '', ...said, asked, tells: '', link: '', exchanges }
  }
  const { base, scenario } = subject
  return {
    name: base ?? '',
    setting: settingText(scenario),
    ...said,
    tells: schedule.length === 0 ? '' : spoken(narrate(replay(scenario, schedule), schedule.length)),
    link: labLink(subject, schedule, catalogue),
    exchanges: [],
  }
}
