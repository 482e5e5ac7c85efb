import { describe, expect, it } from 'vitest'
import { staleFill, withFiles } from './host.fixture'

const violated = { property: 'converges', verdict: 'violated', steps: 5, schedule: ['T1', 'T1', 'T2', 'T2', 'T1'] }
const row = {
  scenario: 'stale-fill',
  states: 17,
  transitions: 21,
  results: [violated, { property: 'durable', verdict: 'holds' }],
}

describe('check --json', () => {
  it('prints one array and nothing else, its properties in the order of the contract', () => {
    withFiles({ 'a.scenario.yaml': staleFill() }, (run) => {
      const { code, said, noted } = run('check', '--json', './a.scenario.yaml')
      expect([code, noted]).toEqual([0, []])
      expect(said.join('\n').replaceAll(/\n */g, '')).toBe(JSON.stringify([row]))
    })
  })

  it('gives a reason only where a verdict is unknown, and fails then', () => {
    const big = staleFill().replace('[read x], T2: [write x]', '[8 any], T2: [8 any], T3: [8 any]')
    let time = 0
    withFiles(
      { 'big.scenario.yaml': big },
      (run) => {
        const { code, said, noted } = run('check', './big.scenario.yaml', '--json')
        const [found] = JSON.parse(said.join('\n')) as [{ results: { reason?: string }[] }]
        expect(code).toBe(1)
        expect(found.results.map((result) => Object.keys(result))).toEqual([
          ['property', 'verdict', 'reason'],
          ['property', 'verdict', 'reason'],
        ])
        expect(found.results.map(({ reason }) => reason?.replace(/[\d,]+ worlds/, 'N worlds'))).toEqual([
          'The budget of 60 seconds was used up after N worlds.',
          'The budget of 60 seconds was used up after N worlds.',
        ])
        expect(noted[0]).toMatch(/^stale-fill: [\d,]+ worlds so far, for converges/)
      },
      () => (time += 2000),
    )
  })

  it('prints an empty array where every file is wrong', () => {
    withFiles({ 'a.scenario.yaml': 'scenario: a\n' }, (run) => {
      expect(run('check', '.', '--json')).toEqual({
        code: 2,
        said: ['[]'],
        noted: [
          './a.scenario.yaml:1:1 There is no "protocol". Write e.g. protocol: { read: cache-aside, write: write-invalidate }.',
          './a.scenario.yaml:1:1 There is no "clients". Write e.g. clients: { T1: [read x], T2: [write x] }.',
        ],
      })
    })
  })
})

const updates = (more: string) =>
  `scenario: updates
protocol: { read: read-through, write: write-behind }
guards: { flush-every: 100 }
clients: { T1: [write x] }
repeat: 1000
seed: 1
check: [converges, durable]
${more}
`

const readingOn = (more: string) =>
  `scenario: reading-on
start: { database: { x: 1 }, cache: { x: 1 } }
protocol: { read: cache-aside, write: deferred-invalidate }
clients: { T1: [forever read x], T2: [write x] }
check: [sees-the-new-value]
${more}
`

describe('check of somebody who reads for ever', () => {
  const lost = 'faults: { lost-delete: 1 }\n'
  const answered = (more: string) => {
    let found: readonly unknown[] = []
    withFiles({ 'a.scenario.yaml': readingOn(more) }, (run) => {
      const { code, said } = run('check', './a.scenario.yaml')
      const [row] = JSON.parse(run('check', './a.scenario.yaml', '--json').said.join('\n')) as [{ results: object[] }]
      found = [code, ...said.filter((line) => line.includes('sees-the')), row.results]
    })
    return found
  }

  it('names the answer beside the verdict: a stale window that ends holds, and is marked as what it is', () => {
    const property = 'sees-the-new-value'
    expect(answered('expect: { sees-the-new-value: bounded }')).toEqual([
      0,
      '  ~ sees-the-new-value  holds: stale for a bounded window, e.g. after 2 steps: T2 T1',
      [{ property, verdict: 'holds', answer: 'bounded' }],
    ])
    expect(answered(`${lost}expect: { sees-the-new-value: for-ever }`)).toEqual([
      0,
      '  ✗ sees-the-new-value  violated after 3 steps: T2 timer:T2!lost T1, then for ever T1',
      [
        {
          property,
          verdict: 'violated',
          answer: 'for-ever',
          steps: 3,
          schedule: ['T2', 'timer:T2!lost', 'T1'],
          loop: ['T1'],
        },
      ],
    ])
  })

  it('is expected by verdict or by answer, and says which of them did not come true', () => {
    const wrong = (more: string) => answered(more).slice(0, -1).at(-1)
    expect(answered('expect: { sees-the-new-value: holds }')[0]).toBe(0)
    expect([
      answered('expect: { sees-the-new-value: never }')[0],
      wrong('expect: { sees-the-new-value: never }'),
    ]).toEqual([1, '  ! sees-the-new-value was expected to be never, and it is bounded.'])
    expect(wrong(`${lost}expect: { sees-the-new-value: holds }`)).toBe(
      '  ! sees-the-new-value was expected to be holds, and it is violated.',
    )
  })
})

describe('check of a single run', () => {
  const reason = 'It is not violated in this run of 1,000 operations, and other runs were not tried.'

  it('says that it is one, what it counts, and that it leaves open what it has not violated', () => {
    withFiles({ 'a.scenario.yaml': updates('') }, (run) => {
      const { code, said } = run('check', './a.scenario.yaml')
      expect([code, said]).toEqual([
        1,
        [
          'updates: Updates',
          '  1 client, 1,000 operations, 1 key, no faults: one run of 1,010 steps, drawn with seed 1',
          '  operations: 1,000, database reads: 0, database writes: 10, acknowledged writes: 1,000, lost writes: 0, largest backlog: 1',
          `  ? converges  unknown: ${reason}`,
          `  ? durable    unknown: ${reason}`,
          '',
          '1 scenario checked: 1 not decided, every expectation came true.',
        ],
      ])
    })
  })

  it('is as it should be where the file expects no more of one run', () => {
    withFiles({ 'a.scenario.yaml': updates('expect: { converges: unknown, durable: unknown }') }, (run) => {
      const { code, said } = run('check', './a.scenario.yaml', '--json')
      const [row] = JSON.parse(said.join('\n')) as [object]
      expect([code, row]).toEqual([
        0,
        {
          ...{ scenario: 'updates', states: 1011, transitions: 1010 },
          results: ['converges', 'durable'].map((property) => ({ property, verdict: 'unknown', reason })),
        },
      ])
    })
  })

  it('shows a violation with the beginning of its schedule, and all of it in JSON', () => {
    const broken = updates(`schedule: ${'T1 '.repeat(1000)}restart\nfaults: { cache-restart: 1 }`)
      .replace('flush-every: 100', 'queue: memory')
      .replace('seed: 1\n', '')
    withFiles({ 'a.scenario.yaml': broken }, (run) => {
      const line = run('check', './a.scenario.yaml').said.find((each) => each.includes('durable'))
      expect(line).toMatch(/^ {2}✗ durable {4}violated in this run of 1,000 operations, after 1,001 steps: (T1 ){60}…$/)
      const [row] = JSON.parse(run('check', './a.scenario.yaml', '--json').said.join('\n')) as [
        { results: readonly { property: string; steps: number; schedule: readonly string[] }[] },
      ]
      const durable = row.results.find(({ property }) => property === 'durable')!
      expect(durable.schedule.length).toBe(durable.steps)
    })
  })

  it('refuses what is too much for a run, too', () => {
    withFiles({ 'a.scenario.yaml': updates('').replace('repeat: 1000', 'repeat: 20000') }, (run) => {
      expect(run('check', '.').noted).toEqual([
        './a.scenario.yaml:5:9 The number of repetitions must be a whole number from 1 to 10000, and this is the number 20000. Write e.g. 2.',
      ])
    })
  })
})

describe('check', () => {
  it('prints verdicts, witnesses and what was searched for people', () => {
    withFiles({ 'a.scenario.yaml': staleFill('expect: { converges: violated }') }, (run) => {
      expect(run('check', './a.scenario.yaml')).toEqual({
        code: 0,
        noted: [],
        said: [
          'stale-fill: The stale fill',
          '  2 clients, 2 operations, 1 key, no faults: 17 worlds, 21 steps',
          '  ✗ converges  violated after 5 steps: T1 T1 T2 T2 T1',
          '  ✓ durable    holds',
          '',
          '1 scenario checked: everything was decided, every expectation came true.',
        ],
      })
    })
  })

  it('fails where an expectation does not come true, and says which', () => {
    withFiles({ 'a.scenario.yaml': staleFill('expect: { converges: holds, durable: holds }') }, (run) => {
      const { code, said } = run('check', '.')
      expect([code, said[4], said.at(-1)]).toEqual([
        1,
        '  ! converges was expected to be holds, and it is violated.',
        '1 scenario checked: everything was decided, 1 not as expected.',
      ])
      expect(run('check', '.', '--json').noted).toEqual([
        'stale-fill: converges was expected to be holds, and it is violated.',
      ])
    })
  })

  it('looks through folders by name, past what is hidden or installed, and reads each file once', () => {
    const named = (name: string) => staleFill().replace('stale-fill', name)
    const files = {
      'b/two.scenario.yaml': named('two'),
      'a.scenario.yaml': named('one'),
      'b/other.yaml': 'not: a scenario',
      'node_modules/p/three.scenario.yaml': named('three'),
      '.git/four.scenario.yaml': named('four'),
      'lesson.md': `# A lesson\n\n:::scene\n\n\`\`\`scenario\n${named('five')}\n\`\`\`\n\n:::\n`,
    }
    withFiles(files, (run) => {
      const { code, said } = run('check', '.', './b/two.scenario.yaml', '--json')
      const rows = JSON.parse(said.join('\n')) as { scenario: string }[]
      expect([code, rows.map(({ scenario }) => scenario)]).toEqual([0, ['one', 'two', 'five']])
    })
  })

  it('checks the good files beside a wrong one, and places a mistake in a lesson', () => {
    const lesson = '# A lesson\n\n```scenario\nscenario: a\nprotocl: 1\n```\n'
    withFiles({ 'a.scenario.yaml': staleFill(), 'lesson.md': lesson }, (run) => {
      const { code, said, noted } = run('check', '.')
      expect([code, said[0], noted[2]]).toEqual([
        2,
        'stale-fill: The stale fill',
        './lesson.md:5:1 There is no field "protocl". Did you mean "protocol"?',
      ])
    })
  })

  it('takes a schedule that cannot happen for a mistake of the file', () => {
    withFiles({ 'a.scenario.yaml': staleFill('schedule: T2 T2 T2') }, (run) => {
      const { code, noted } = run('check', '.')
      expect([code, noted]).toEqual([
        2,
        [
          './a.scenario.yaml: The schedule of "stale-fill" is wrong. Step 3, "T2", cannot happen at that point: what can happen there is T1.',
        ],
      ])
    })
  })

  it.each<readonly [what: string, args: readonly string[], sentence: string]>([
    ['nothing', [], 'There is nothing to check. Name a scenario file or a folder.'],
    ['an unknown option', ['.', '--jsn'], 'There is no option "--jsn". The only one is --json.'],
    [
      'a file that is not there',
      ['./no.yaml'],
      './no.yaml:1:1 There is no such file or folder, or it may not be read. Check the spelling.',
    ],
    ['an endless file', ['/dev/zero'], '/dev/zero:1:1 This is neither a file nor a folder. Name a scenario file.'],
    [
      'a folder without scenarios',
      ['./empty'],
      './empty:1:1 There is no scenario here. Scenario files end with ".scenario.yaml", lessons are called "lesson.md".',
    ],
    [
      'a large file',
      ['./large.yaml'],
      './large.yaml:1:1 This file is too large, unreadable or not UTF-8. A scenario is a short text file.',
    ],
    [
      'bytes',
      ['./bytes.yaml'],
      './bytes.yaml:1:1 This file is too large, unreadable or not UTF-8. A scenario is a short text file.',
    ],
  ])('answers %s with one sentence', (_what, args, sentence) => {
    const files = {
      'empty/readme.md': 'hello',
      'large.yaml': 'x'.repeat(10 * 2 ** 20),
      'bytes.yaml': new Uint8Array([0xff, 0xfe]),
    }
    withFiles(files, (run) => {
      const { code, said, noted } = run('check', ...args)
      expect([code, said, noted]).toEqual([2, [], [sentence]])
    })
  })
})
