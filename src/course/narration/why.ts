/** Why a property holds or does not at a step, in words: what was seen or is there, and the write that does not go with it. */
import type { Trace, TraceStep } from '../../model/engine/trace'
import type { Conflict } from '../../model/explore/why/conflicts'
import type { PropertyNow } from '../../model/explore/why/why'

const since = (step: number): string => (step === 0 ? 'from the start' : `since step ${step}`)

const stepOf = (trace: Trace, number: number | null): TraceStep | null =>
  number === null ? null : (trace.steps[number - 1] ?? null)

/** Who took a step, as a subject. */
function whoOf(step: TraceStep | null): string {
  if (step === null) return 'nobody'
  const { event } = step
  if (event.type === 'request') return event.client
  if (event.type === 'flush') return 'a flush'
  return event.type === 'timer' ? 'a timer' : event.type === 'restart' ? 'the restart' : `step ${step.number}`
}

/** `version 2, which T2 wrote at step 3`. */
function missedWrite(trace: Trace, { missed, missedAt }: Conflict): string {
  const version = `version ${missed ?? 0}`
  return missedAt === null
    ? `${version}, which was there from the start`
    : `${version}, which ${whoOf(stepOf(trace, missedAt))} wrote at step ${missedAt}`
}

const ofKey = (trace: Trace, { key }: Conflict): string =>
  Object.keys(trace.initial.database).length > 1 ? ` of ${key}` : ''

/** A read that missed a write. */
export const missedInWords = (trace: Trace, conflict: Conflict): string =>
  `${whoOf(stepOf(trace, conflict.later))} read version ${conflict.instead ?? 0}${ofKey(trace, conflict)} at step ${conflict.later} and missed ${missedWrite(trace, conflict)}.`

type Words = (trace: Trace, conflict: Conflict) => string

const disagree: Words = (trace, conflict) => {
  const { earlier, later, missed, missedAt, instead } = conflict
  const stored = missedAt === later ? earlier : later
  return `The cache has version ${instead ?? 0}${ofKey(trace, conflict)} ${since(stored)}, and the database version ${missed ?? 0} ${since(missedAt ?? 0)}.`
}

const unordered: Words = (_trace, { earlier, later }) =>
  earlier === later
    ? `No order of the operations explains what was read at step ${later}.`
    : `No order explains both what ended at step ${earlier} and what was read at step ${later}.`

const lost: Words = (trace, conflict) => {
  const { earlier, later, missed, instead } = conflict
  const promised = conflict.missedAt ?? earlier
  const losing = promised === later ? earlier : later
  const told = `${whoOf(stepOf(trace, promised))} was told at step ${promised} that version ${missed ?? 0}${ofKey(trace, conflict)} is written`
  return losing === promised
    ? `${told}, and the database has version ${instead ?? 0}.`
    : `${told}, and step ${losing} lost it: the database has version ${instead ?? 0}.`
}

const lostIncrement: Words = (trace, conflict) =>
  stepOf(trace, conflict.earlier)?.event.type === 'request' &&
  stepOf(trace, conflict.later)?.event.type === 'request' &&
  conflict.earlier !== conflict.later
    ? `Steps ${conflict.earlier} and ${conflict.later} both add one to version ${conflict.instead ?? 0}, so only one of the two counts.`
    : lost(trace, conflict)

const phantom: Words = (trace, conflict) => {
  const { earlier, later, missedAt, instead } = conflict
  const read = missedAt === later ? earlier : later
  const gone =
    missedAt === null ? 'the database never has it' : `step ${missedAt} took it away before the database had it`
  return `${whoOf(stepOf(trace, read))} read version ${instead ?? 0}${ofKey(trace, conflict)} at step ${read}, and ${gone}.`
}

const torn: Words = (trace, conflict) =>
  `${whoOf(stepOf(trace, conflict.later))} read version ${conflict.instead ?? 0} of ${conflict.key} at step ${conflict.later} beside something newer than ${missedWrite(trace, conflict)}.`

const stuck: Words = (_trace, { earlier, later }) =>
  `Somebody waits for what ${earlier === 0 ? 'nobody has' : `was taken at step ${earlier}`}, and since step ${later} nobody can give it back.`

const words: Readonly<Record<string, Words>> = {
  converges: disagree,
  'reads-in-order': missedInWords,
  'read-your-writes': missedInWords,
  linearizable: missedInWords,
  'register-linearizable': unordered,
  sequential: unordered,
  durable: lost,
  'no-lost-update': lostIncrement,
  'no-half-transfer': torn,
  'no-phantom': phantom,
  'no-torn-read': torn,
  'not-stuck': stuck,
}

/** One sentence about a property at a step; empty where it holds. */
export function whyInWords(trace: Trace, { property, standing, conflict }: PropertyNow): string {
  if (standing === 'holds') return ''
  const sentence = conflict === null ? null : words[property]?.(trace, conflict)
  const said = sentence ?? 'The run so far does not go with it.'
  return standing === 'open' ? `${said} If the run ended here, that would be a violation.` : said
}

/** What a mark says of the version that is there, and of the one that should be: a read's words unless it is listed. */
const markVerbs: Readonly<Record<string, readonly [string, string]>> = {
  converges: ['cached', 'committed'],
  durable: ['kept', 'promised'],
  'no-lost-update': ['counted', 'lost'],
}

/** A conflict, short enough to stand beside a mark in the picture; `property` is null for a stale read. */
export function markInWords({ earlier, later, missed, instead }: Conflict, property: string | null): string {
  if (missed === null || instead === null)
    return earlier === 0 ? `conflict at step ${later}` : `conflict with step ${earlier}`
  const [present, wanted] = markVerbs[property ?? ''] ?? ['read', 'missed']
  return `v${instead} ${present}, v${missed} ${wanted}`
}
