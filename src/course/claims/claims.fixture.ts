/** A sheet with one claim, for tests: what is not said is a statement about the stale fill that holds. */
import { readClaims } from './readClaims'
import { presets } from '../../model/load/workload/presets'
import { catalogue } from '../../model/scenario/catalogue'
import type { Claim } from './claim'

export const file = 'sheet.claims.yaml'

const plain = {
  id: 'A1',
  statement: 'A late fill can leave the old version behind.',
  verdict: 'holds',
  about: 'some run',
  witnesses: [{ scenario: 'stale-fill', ask: 'converges = violated' }],
}

/** A reader fills after a writer has deleted, as it was recorded on real servers. */
const recorded = {
  scenario: 'a-recording',
  title: 'A stale fill',
  initial: { db: { x: ['0', 0] } },
  steps: [
    { n: 1, p: 'T1', req: 'redis> GET x', reply: null },
    { n: 2, p: 'T1', req: 'postgres> read(x)', reply: { v: '0', version: 0 } },
    { n: 3, p: 'T2', req: 'postgres> write(x, 1)', reply: { v: '1', version: 1 } },
    { n: 4, p: 'T2', req: 'redis> DEL x', reply: 0 },
    { n: 5, p: 'T1', req: 'redis> SET x 0', reply: 'OK' },
    { n: 6, p: 'T2', req: 'redis> GET x', reply: '0' },
  ],
  reads_and_writes: [
    { by: 'T1', op: 'read', key: 'x', value: '0', from_step: 1, to_step: 5 },
    { by: 'T2', op: 'write', key: 'x', value: '1', from_step: 3, to_step: 4 },
    { by: 'T2', op: 'read', key: 'x', value: '0', from_step: 6, to_step: 6 },
  ],
  final: { redis: { x: '0' }, memcached: {}, database: { x: { v: '1', version: 1 } } },
  verdict: {},
}

export const readSheet = (claim: Readonly<Record<string, unknown>>) =>
  readClaims(`document: article\nsection: A section\nclaims:\n  - ${JSON.stringify({ ...plain, ...claim })}\n`, file, {
    catalogue,
    presets,
    recording: (name) => (name === 'a-recording' ? recorded : undefined),
  })

/** The claim of such a sheet. */
export function claimed(claim: Readonly<Record<string, unknown>> = {}): Claim {
  const read = readSheet(claim)
  const [only] = 'claims' in read ? read.claims : []
  if (only === undefined) throw new Error(JSON.stringify(read))
  return only
}

/** What is wrong with it, each with its place. */
export const problemsIn = (claim: Readonly<Record<string, unknown>>): readonly string[] => {
  const read = readSheet(claim)
  return 'problems' in read ? read.problems.map(({ line, message }) => `${line} ${message}`) : []
}
