/** The compare-and-set script, case by case as redis 7.0 answered it, and what was observed of deadlines and WATCH. */
import { describe, expect, it } from 'vitest'
import { fixtureJson } from './fixtures.fixture'
import { replayRecording } from './replayRecording'
import type { Recording, Step } from './recording'
import { redisCommands } from './redis'
import type { Json } from './reply'

interface Case {
  readonly case: string
  readonly before: string | readonly [string, 'PX', number] | null
  readonly args: readonly string[]
  readonly reply: Json
  readonly after: string
  readonly ttl: string | number
}

const { cases, deadline, watch } = fixtureJson('_seed-cas-edge-cases.json') as {
  readonly cases: readonly Case[]
  readonly deadline: { readonly pttl0_value_still_readable: boolean }
  readonly watch: Readonly<Record<'expired_key' | 'same_value' | 'absent_set_del' | 'absent_del_nothing', Json>>
}

type Line = readonly [by: string, command: string, words: readonly string[], reply: Json]

const asks = ([by, name, words, reply]: Line, index: number): Step => ({
  number: index + 1,
  does: 'asks',
  by,
  asked: {
    text: `redis> ${name} ${words.join(' ')}`,
    request: { server: 'redis', call: redisCommands.get(name)!.read(words)! },
  },
  reply,
})

/** What differs when redis is asked these things, whose words may hold spaces as those of a recording may not. */
function differenceOf(before: Case['before'], lines: readonly (Line | number)[]): string | null {
  const [text, lasts] = typeof before === 'string' ? [before, null] : [before?.[0], before?.[2] ?? null]
  const recording: Recording = {
    name: 'edge',
    title: '',
    start: {
      database: new Map(),
      redis: new Map(text === undefined ? [] : [['x', { text, lasts }]]),
      memcached: new Map(),
    },
    steps: lines.map((line, index) =>
      typeof line === 'number' ? { number: index + 1, does: 'sleeps', milliseconds: line } : asks(line, index),
    ),
    history: [],
    initial: {},
    final: { redis: new Map(), memcached: new Map(), database: new Map() },
    verdicts: new Map(),
  }
  const replayed = replayRecording(recording)
  return 'problem' in replayed ? replayed.problem : replayed.difference
}

const isText = ({ before }: Case) => before !== 'list'

describe('the script of compare-and-set, asked of the model', () => {
  it.each(cases.filter(isText).map((each) => [each.case, each] as const))(
    '%s',
    (_what, { before, args, reply, after, ttl }) => {
      const isGone = Array.isArray(before) && before[2] === 60
      expect(
        differenceOf(before, [
          ...(isGone ? [100] : []),
          ['T', 'EVAL', ['$SEED_CAS', '1', 'x', ...args], reply],
          ['T', 'GET', ['x'], after],
          ...(ttl === -1 ? ([['T', 'PTTL', ['x'], -1]] as const) : []),
          ...(ttl === '>100 s' ? ([100_000, ['T', 'GET', ['x'], after]] as const) : []),
        ]),
      ).toBeNull()
    },
  )

  it('leaves one of 31 cases out, because the model knows no lists', () => {
    expect([cases.length, cases.filter((each) => !isText(each)).map((each) => each.case)]).toEqual([
      31,
      ['wrong type (list)'],
    ])
  })
})

describe('deadlines and WATCH, as observed', () => {
  it('a key is there at its deadline and gone after it', () => {
    const reply = deadline.pttl0_value_still_readable ? 'v' : null
    expect(differenceOf(['v', 'PX', 60], [60, ['T', 'GET', ['x'], reply], 1, ['T', 'GET', ['x'], null]])).toBeNull()
  })

  it.each<readonly [what: keyof typeof watch, before: Case['before'], lines: readonly (Line | number)[]]>([
    ['expired_key', ['v', 'PX', 60], [100]],
    ['same_value', 'v', [['U', 'SET', ['x', 'v'], 'OK']]],
    [
      'absent_set_del',
      null,
      [
        ['U', 'SET', ['x', 'v'], 'OK'],
        ['U', 'DEL', ['x'], 1],
      ],
    ],
    ['absent_del_nothing', null, [['U', 'DEL', ['x'], 0]]],
  ])('WATCH: %s', (what, before, lines) => {
    expect(
      differenceOf(before, [
        ['T', 'WATCH', ['x'], 'OK'],
        ...lines,
        ['T', 'MULTI', [], 'OK'],
        ['T', 'SET', ['x', 'n'], 'QUEUED'],
        ['T', 'EXEC', [], watch[what]],
      ]),
    ).toBeNull()
  })
})
