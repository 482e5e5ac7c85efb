import { describe, expect, test } from 'vitest'
import { claimed, problemsIn } from './claims.fixture'

describe('a sheet', () => {
  test('names a scenario of the catalogue, and what is asked is checked there too', () => {
    const [witness] = claimed({ witnesses: [{ scenario: 'two-writers', ask: 'no-phantom = holds' }] }).witnesses
    const check: unknown = expect.arrayContaining(['converges', 'no-phantom'])
    expect(witness?.subject).toMatchObject({ base: 'two-writers', schedule: null, scenario: { check } })
  })

  test('holds a scenario of its own, which is called after its claim and checks what is asked', () => {
    const scenario = {
      protocol: { read: 'cache-aside', write: 'write-around' },
      clients: { T1: ['read x'] },
    }
    const [witness] = claimed({ witnesses: [{ scenario, ask: 'converges = holds and durable = holds' }] }).witnesses
    expect(witness?.subject).toMatchObject({
      base: null,
      scenario: { scenario: 'a1-1', check: ['converges', 'durable'] },
    })
  })

  test('names a recording, or lists requests', () => {
    const witnesses = [
      { recording: 'a-recording', ask: 'answer.1 = nothing' },
      { requests: ['T1 redis> GET x'], ask: 'answer.1 = nothing' },
    ]
    expect(claimed({ about: 'a server', witnesses }).witnesses.map(({ subject }) => subject)).toMatchObject([
      { kind: 'recording', name: 'a-recording', json: { title: 'A stale fill' } },
      { kind: 'requests', requests: ['T1 redis> GET x'] },
    ])
  })

  test('says what is missing where a row says nothing of it', () => {
    expect(claimed({ about: undefined })).toMatchObject({
      about: 'every run',
      assumption: '',
      correction: '',
      note: '',
      reason: '',
    })
  })
})

describe('what a sheet cannot say is refused with its line', () => {
  test.each<readonly [what: string, claim: Readonly<Record<string, unknown>>, problem: string]>([
    [
      'a field that does not exist',
      { statment: 'x' },
      'There is no field of a claim "statment". Did you mean "statement"?',
    ],
    ['a verdict that does not exist', { verdict: 'hold' }, 'There is no verdict "hold". Did you mean "holds"?'],
    ['a reach that does not exist', { about: 'all runs' }, 'There is no about "all runs".'],
    ['no statement', { statement: '' }, 'There is no "statement" here.'],
    [
      'a scenario that the catalogue does not have',
      { witnesses: [{ scenario: 'stale-fil', ask: 'converges = holds' }] },
      'The catalogue has no scenario "stale-fil". Did you mean "stale-fill"?',
    ],
    ['a witness without a scenario', { witnesses: [{ ask: 'converges = holds' }] }, 'There is no "scenario" here.'],
    [
      'a recording that is not there',
      { witnesses: [{ recording: 'b-recording', ask: 'answer.1 = nothing' }] },
      'There is no recording "b-recording".',
    ],
    [
      'two subjects',
      { witnesses: [{ scenario: 'stale-fill', recording: 'a-recording', ask: 'answer.1 = nothing' }] },
      'A witness asks about one thing, and this has scenario and recording. Keep one of them.',
    ],
    [
      'a scenario that no file may have',
      {
        witnesses: [
          {
            scenario: { protocol: { read: 'cash', write: 'write-around' }, clients: { T1: ['read x'] } },
            ask: 'converges = holds',
          },
        ],
      },
      'There is no read pattern "cash".',
    ],
  ])('%s', (_what, claim, problem) => {
    expect(problemsIn(claim)).toEqual([expect.stringContaining(`4 ${problem}`)])
  })
})
