import { describe, expect, test } from 'vitest'
import { claimed } from './claims.fixture'
import { answersOf, decide } from './decide'

const own = {
  protocol: { read: 'cache-aside', write: 'write-invalidate' },
  clients: { T1: ['read x'], T2: ['write x'] },
}
const isStale = { scenario: 'stale-fill', schedule: 'T1 T1 T2 T2 T1', ask: 'cache.x < database.x' }
const isFresh = { scenario: 'stale-fill', schedule: 'T1 T1 T1 T2 T2', ask: 'cache.x < database.x' }

function decided(claim: Readonly<Record<string, unknown>>) {
  const row = claimed(claim)
  const { verdict, problems } = decide(row, answersOf(row))
  return { verdict, problems: problems.map(({ line, message }) => `${line} ${message}`) }
}

describe('the verdict of a row is what its witnesses come to', () => {
  test('all true: it holds', () => {
    expect(decided({ witnesses: [isStale, { scenario: own, ask: 'converges = violated' }] })).toEqual({
      verdict: 'holds',
      problems: [],
    })
  })

  test('all false: it fails, and something must stand in its place', () => {
    const witnesses = [{ scenario: 'stale-fill-lease', ask: 'converges = violated' }]
    expect(decided({ verdict: 'fails', correction: 'A lease refuses it.', witnesses })).toEqual({
      verdict: 'fails',
      problems: [],
    })
    expect(decided({ verdict: 'fails', witnesses }).problems).toEqual([
      '4 A1: It fails, and nothing says what is true instead. Write a "correction".',
    ])
  })

  test('some of each: it depends, and the assumption and each side of it must be named', () => {
    const witnesses = [
      { scenario: 'stale-fill', ask: 'converges = violated', when: 'without a lease' },
      { scenario: 'stale-fill-lease', ask: 'converges = violated', when: 'with a lease' },
    ]
    expect(decided({ verdict: 'depends', assumption: 'There is no lease.', witnesses })).toEqual({
      verdict: 'depends',
      problems: [],
    })
    const unnamed = witnesses.map(({ scenario, ask }) => ({ scenario, ask }))
    expect(decided({ verdict: 'depends', witnesses: unnamed }).problems).toEqual([
      '4 A1: It depends, and nothing says on what. Write the "assumption" under which it holds.',
      '4 A1: It depends, so each witness must say under which assumption it is asked. Write "when".',
    ])
  })
})

describe('a row that states something else is refused with file, line, id, what was stated and what was found', () => {
  test('a false verdict', () => {
    const row = claimed({ verdict: 'fails', correction: 'No.' })
    expect(decide(row, answersOf(row)).problems).toEqual([
      {
        file: 'sheet.claims.yaml',
        line: 4,
        column: 1,
        message: 'A1: It is stated that it fails, and the engine finds that it holds: "converges = violated" is true.',
      },
    ])
  })

  test.each<readonly [what: string, claim: Readonly<Record<string, unknown>>, problem: string]>([
    [
      'an opinion that is run',
      { verdict: 'opinion', reason: 'Why.' },
      'A1: It is stated as "opinion", and it has a witness.',
    ],
    ['no reason', { verdict: 'not-run', witnesses: [] }, 'A1: Nothing is run for it, and it does not say why.'],
    ['no witness', { witnesses: [] }, 'A1: It is stated that it holds, and there is no witness.'],
    ['a reason for nothing', { reason: 'Why not.' }, 'A1: It gives a reason why nothing is run, and something is.'],
  ])('%s', (_what, claim, problem) => {
    expect(decided(claim).problems).toEqual([expect.stringContaining(problem)])
  })
})

describe('one run reaches only so far', () => {
  test('it does not show what is said of every run', () => {
    expect(decided({ about: 'every run', witnesses: [isStale] }).problems).toEqual([
      '4 A1: Witness 1: The statement is about every run, and one run does not show it. Leave the schedule out.',
    ])
  })

  test('it does not refute what is said to happen in some run', () => {
    expect(decided({ verdict: 'fails', correction: 'No.', witnesses: [isFresh] }).problems).toEqual([
      '4 A1: Witness 1: The statement is that something can happen, and one run does not refute it. Leave the schedule out.',
    ])
  })

  test('it refutes what is said of every run', () => {
    const never = { ...isStale, ask: 'cache.x = absent' }
    expect(decided({ about: 'every run', verdict: 'fails', correction: 'No.', witnesses: [never] }).problems).toEqual(
      [],
    )
  })
})

test('a statement about a server needs a server', () => {
  expect(decided({ about: 'a server', witnesses: [isStale] }).problems).toEqual([
    '4 A1: Witness 1: The statement is about what a server answers. Name a recording, or write the requests.',
  ])
})

describe('a witness that proves nothing is refused', () => {
  test.each<readonly [what: string, witness: Readonly<Record<string, unknown>>, problem: string]>([
    [
      'a run that cannot happen',
      { scenario: 'stale-fill', schedule: 'T2 T2 T2', ask: 'cache.x = absent' },
      'Step 3, "T2", cannot happen at that point',
    ],
    [
      'a property that holds because nothing happens',
      { scenario: { ...own, clients: { T1: ['write x'] } }, ask: 'reads-in-order = holds' },
      'reads-in-order holds because nothing that it could judge ever happens.',
    ],
    [
      'more runs than can be taken one by one',
      {
        scenario: { ...own, clients: { T1: ['4 any'], T2: ['4 any'] }, start: { database: { x: 1 } } },
        ask: 'sometimes cache.x = 1',
      },
      'There are more than 20,000 runs to take one by one.',
    ],
    [
      'an ask that does not say of which runs',
      { scenario: 'stale-fill', ask: 'cache.x = 1' },
      'The ask "cache.x = 1" does not say of which runs.',
    ],
    [
      'words about all runs beside a schedule',
      { scenario: 'stale-fill', schedule: 'T1', ask: 'always cache.x = absent' },
      'One run is asked about, so "always" says nothing.',
    ],
    [
      'a verdict of each run',
      { scenario: 'stale-fill', ask: 'always converges = holds' },
      'A verdict is about all runs already. Drop "always".',
    ],
    [
      'a name that means nothing',
      { scenario: 'stale-fill', ask: 'never cash.x = 1' },
      'The ask "never cash.x = 1" is wrong at character 7. "cash.x" is nothing that the engine can be asked.',
    ],
  ])('%s', (_what, witness, problem) => {
    const row = claimed({ witnesses: [witness] })
    const { verdict, problems } = decide(row, answersOf(row))
    expect([verdict, problems.map(({ message }) => message)]).toEqual([
      'not-run',
      [expect.stringContaining(`A1: Witness 1: ${problem}`)],
    ])
  })
})
