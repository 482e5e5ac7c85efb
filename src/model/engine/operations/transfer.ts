/**
 * A transfer: two rows written in one transaction of the database, each as the write pattern would.
 *
 * What comes before the commit is done for the one row and then for the other, then both commit at once,
 * then follows what comes after it, again row by row. So the database never shows one half of it, and the
 * cache may: its two entries change in two requests.
 * Left out: a transaction of the cache (a MULTI over both entries), which not every cache has.
 * Source: PostgreSQL documentation, section 3.4 Transactions.
 */
import { ask, RequestFailed, type Asking, type Ending, type Request } from '../program'
import { requestKinds } from '../resources'
import { COMMIT_TOGETHER, type Committed } from '../resources/commitTogether'
import { together } from '../together'

type Step = IteratorResult<Request, Ending>

const isCommit = ({ kind }: Request) => requestKinds.get(kind)?.role === 'commit'

export function* transfer(writes: readonly Asking<Ending>[]): Asking<Ending> {
  const commits: Request[] = []
  for (const write of writes) commits.push(yield* upToCommit(write))
  let reply: Committed
  try {
    reply = yield* ask<Committed>({ ...commits[0]!, kind: COMMIT_TOGETHER, commits })
  } catch (failure) {
    for (const write of writes) yield* giveUp(write, failure)
    throw failure
  }
  const versions: number[] = []
  for (const [at, write] of writes.entries()) {
    const answer = requestKinds.get(commits[at]!.kind)!.decode(reply.codes[at]!)
    versions.push((yield* toTheEnd(write, write.next(answer))) as number)
  }
  return together(versions[0]!, versions[1]!)
}

function* upToCommit(write: Asking<Ending>): Asking<Request> {
  let step: Step = write.next()
  while (step.done !== true && !isCommit(step.value)) step = write.next(yield step.value)
  if (step.done === true) throw new Error('A write pattern that commits nothing itself cannot be part of a transfer.')
  return step.value
}

function* toTheEnd(write: Asking<Ending>, next: Step): Asking<Ending> {
  let step = next
  while (step.done !== true) step = write.next(yield step.value)
  return step.value
}

/** Lets a program clean up after the transaction has failed. */
function* giveUp(write: Asking<Ending>, failure: unknown): Asking<void> {
  try {
    yield* toTheEnd(write, write.throw(failure))
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error
  }
}
