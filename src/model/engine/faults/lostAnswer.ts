/**
 * Lost answer: the database commits, and nobody hears it. A client gets an error and cannot know whether
 * its write happened (Jepsen's `info`); its operation ends unacknowledged, though the version is there. A
 * flush keeps its entry and writes it once more: nothing comes of that, because it carries its version.
 *
 * Left out: lost answers of the cache, which change nothing, since its errors are ignored.
 * Source: Jepsen, "Consistency" and its histories' `info` operations; any connection that breaks at COMMIT.
 */
import { faultAtRequest } from './atRequest'
import type { Fault } from './fault'

export const lostAnswer: Fault<'lost-answer', number> = faultAtRequest(
  { name: 'lost-answer', form: { kind: 'count', what: 'The number of lost answers' } },
  { fate: 'unheard', mark: 'unheard', roles: ['commit'], short: 'Lose an answer', says: 'and the answer is lost' },
  { one: 'lost answer of the database', many: 'lost answers of the database' },
)
