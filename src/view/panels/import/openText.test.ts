import { expect, test } from 'vitest'
import recording from '../../../model/recordings/fixtures/c-wa-miss.json?raw'
import { replay } from '../../../model/engine/replay'
import { scenarioNamed } from '../../../model/scenario/catalogue'
import { withGuard } from '../../../model/scenario/edits'
import { printScenario } from '../../../model/scenario/print'
import { writeTrace } from '../../../model/traces/writeTrace'
import { mermaidOf } from '../../scene/mermaidOf'
import { openText } from './openText'

const base = scenarioNamed('stale-fill')!
const words = 'T1 T1 T2 T2 T1'.split(' ')

test('a trace opens as the same run, edits and place in it included', () => {
  const scenario = withGuard(base, 'lease', 'wait')
  const text = writeTrace(replay(scenario, words), 3)
  expect(openText(text, 'stale-fill.trace.json')).toEqual({
    kind: 'run',
    opening: { base, scenario, schedule: words, step: 3 },
    title: 'The stale fill',
    warnings: [],
  })
})

test('a scenario file opens from its start, with the run that it says', () => {
  expect(openText(printScenario({ ...base, scenario: 'mine' }), 'mine.scenario.yaml')).toMatchObject({
    kind: 'run',
    opening: {
      base: { scenario: 'stale-fill' },
      scenario: { protocol: base.protocol, clients: base.clients },
      schedule: words,
      step: 0,
    },
    warnings: [],
  })
})

test('an exported diagram opens as the run that was exported', () => {
  const opened = openText(mermaidOf(replay(base, words)), 'stale-fill.mmd')
  expect(opened).toMatchObject({
    kind: 'run',
    opening: { scenario: { protocol: base.protocol, clients: base.clients, start: base.start }, schedule: words },
    warnings: [],
  })
})

test('what a diagram says and a scenario cannot is said with its line, and the rest is open', () => {
  const text = 'sequenceDiagram\nT1->>Cache: GET x\nT1->>Database: SELECT x\nT1->>Cache: PING'
  expect(openText(text, 'The text')).toMatchObject({
    kind: 'run',
    opening: { schedule: ['T1', 'T1'] },
    warnings: ['Line 4: "PING" is no request of the cache. Begin with GET, SET or DEL.'],
  })
})

test('a recording opens as its story', () => {
  const opened = openText(recording, 'c-wa-miss.json')
  expect(opened).toMatchObject({ kind: 'recording', story: { stopped: null } })
  expect(opened.kind === 'recording' && opened.story.steps.length).toBe(4)
})

test.each([
  ['', '"f" is empty. Nothing has changed.'],
  [
    'hello',
    '"f" is neither a trace, a recording, a scenario nor a sequence diagram. A scenario begins with "scenario:", a diagram with "sequenceDiagram".',
  ],
  ['{\n"a": 1,\n', '"f" is no JSON at line 3. The file may be cut short; save it again.'],
  ['{"a": 1}', '"f" is JSON, but neither a trace of a run nor a recording of servers. Is it the right file?'],
  ['[]', '"f" is JSON, but neither a trace of a run nor a recording of servers. Is it the right file?'],
  [
    '{"steps": 1, "initial": 2}',
    '"f": The field "scenario" is missing. The file may be cut short or no recording at all; name a recorded run.',
  ],
  [
    '{"format": "cachescope-trace"}',
    '"f": The trace has the format version "undefined", and 1 is what is read here. Export the run again.',
  ],
  [
    'sequenceDiagram\nwhat is this',
    'Line 2 of the diagram: "what is this" is no line of a sequence diagram. Use participant, actor, Note over, loop, alt, opt, par, end, activate or autonumber.',
  ],
  ['sequenceDiagram\nA->>B: x', 'Line 1 of the diagram: No participant is the cache. Call one of them Cache or Redis.'],
  [
    'scenario: a\nprotocol: { read: cache-asid, write: write-through }\nclients: { T1: [read] }',
    '"f", line 2: There is no read pattern "cache-asid". Did you mean "cache-aside"? One other problem follows.',
  ],
  ['x'.repeat(5_000_000), '"f" is larger than 4 MiB, and nothing that opens here is. Is it the right file?'],
])('%.40j is one sentence', (text, message) => {
  expect(openText(text, 'f')).toEqual({ kind: 'problem', message })
})

test('scripts in names and values are text, and nothing that a stranger writes throws', () => {
  const payloads = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '__proto__',
    '${alert(1)}',
    "';--",
    '\u202e',
  ]
  for (const payload of payloads)
    for (const text of [
      `{"format": "cachescope-trace", "formatVersion": 1, "scenario": ${JSON.stringify(payload)}}`,
      `{"format": "cachescope-trace", "${payload.replace(/"/g, '')}": 1, "formatVersion": 1}`,
      `sequenceDiagram\nparticipant ${payload}\n${payload}->>Cache: GET ${payload}`,
      `scenario: ${payload}\ntitle: ${payload}`,
      `{"steps": [${JSON.stringify(payload)}], "initial": {}, "scenario": ${JSON.stringify(payload)}}`,
    ])
      expect(openText(text, payload).kind).toBe('problem')
})
