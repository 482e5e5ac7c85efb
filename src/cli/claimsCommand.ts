/** `claims [--json]`: every claim about the sources, asked of the engine now, and what it found. */
import { exitCodes, type ExitCode, type Host } from './host'
import { boardOf, type ClaimRow, type WitnessRow } from '../course/claims/board'
import type { Claim } from '../course/claims/claim'
import { claims as allClaims } from '../course/claims/sheets'
import { catalogue } from '../model/scenario/catalogue'
import { problemText, quoted } from '../model/scenario/problem'

/** Milliseconds between two lines of progress. */
const PROGRESS_EVERY = 1000

export function claimsCommand(args: readonly string[], host: Host, claims: readonly Claim[] = allClaims): ExitCode {
  const unknown = args.find((arg) => arg !== '--json')
  if (unknown !== undefined) {
    host.note(`"claims" takes no ${quoted(unknown)}. Write: claims [--json].`)
    return exitCodes.wrong
  }
  let last = host.now()
  const { rows, problems } = boardOf(claims, catalogue, ({ id }) => {
    if (host.now() - last < PROGRESS_EVERY) return
    last = host.now()
    host.note(`Asking the engine about ${id} ...`)
  })
  if (args.includes('--json')) sayJson(rows, host)
  else sayPlainly(rows, host)
  for (const problem of problems) host.note(problemText(problem))
  return problems.length > 0 ? exitCodes.differs : exitCodes.fine
}

/** One row on a line, so that a difference between two answers shows where it is. */
function sayJson(rows: readonly ClaimRow[], host: Host): void {
  host.say('[')
  rows.forEach((row, index) => {
    const { id, statement, verdict, assumption, reason } = row
    const witness = row.witnesses.map(witnessText)
    const said = { id, statement, verdict, assumption: assumption === '' ? reason : assumption, witness }
    host.say(`  ${JSON.stringify(said)}${index === rows.length - 1 ? '' : ','}`)
  })
  host.say(']')
}

/** `stale-fill: "converges = holds" is false of all 17 worlds. ... Run: T1 T1 T2 T2 T1.` */
function witnessText({ name, setting, schedule, ask, isTrue, asked, counts, exchanges }: WitnessRow): string {
  const subject = name !== '' ? name : setting !== '' ? setting : exchanges.map((each) => each.asked).join(' · ')
  const counting = counts === '' ? '' : ` ${counts}`
  const run = schedule.length === 0 ? '' : ` Run: ${schedule.join(' ')}.`
  return `${subject}: "${ask}" is ${String(isTrue)} of ${asked}.${counting}${run}`
}

const marks = { holds: '✓', fails: '✗', depends: '~', opinion: '–', 'not-run': '–' } as const

function sayPlainly(rows: readonly ClaimRow[], host: Host): void {
  for (const { id, verdict, statement, assumption, reason, witnesses } of rows) {
    host.say(`${marks[verdict]} ${id.padEnd(3)} ${verdict.padEnd(7)} ${statement}`)
    if (assumption !== '') host.say(`      ${verdict === 'depends' ? 'if' : 'where'}: ${assumption}`)
    if (reason !== '') host.say(`      why: ${reason}`)
    for (const witness of witnesses) host.say(`      ${witnessText(witness)}`)
  }
  const executed = rows.filter(({ witnesses }) => witnesses.length > 0).length
  host.say('')
  host.say(`${rows.length} claims, ${executed} of them run by the engine.`)
}
