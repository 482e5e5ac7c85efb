import { expect, test } from 'vitest'
import { replay } from '../engine/replay'
import { openingOf } from '../run/course'
import { catalogue, scenarioNamed } from '../scenario/catalogue'
import { withGuard } from '../scenario/edits'
import { isTrace, readTrace } from './readTrace'
import { writeTrace } from './writeTrace'

const reread = (text: string) => readTrace(JSON.parse(text))

test('a run of the catalogue is brought back by its file, step by step', () => {
  for (const scenario of catalogue) {
    const schedule = openingOf(scenario).slice(0, 3000)
    const trace = replay(scenario, schedule)
    const read = reread(writeTrace(trace, 1))
    expect([scenario.scenario, read]).toEqual([scenario.scenario, { scenario, schedule, step: 1, warning: null }])
  }
})

test('the file is self-contained: an edited scenario is brought back as it was edited', () => {
  const scenario = withGuard(scenarioNamed('stale-fill')!, 'lease', 'wait')
  const text = writeTrace(replay(scenario, ['T1', 'T1', 'T2']), 2)
  expect(reread(text)).toEqual({ scenario, schedule: ['T1', 'T1', 'T2'], step: 2, warning: null })
})

const trace = replay(scenarioNamed('stale-fill')!, ['T1', 'T1', 'T2', 'T2', 'T1'])

test('a step is written with its event and with what both hold after it', () => {
  const file = JSON.parse(writeTrace(trace, 5)) as { steps: unknown[] }
  expect(isTrace(file)).toBe(true)
  expect(file).toMatchObject({ format: 'cachescope-trace', formatVersion: 1, title: 'The stale fill', step: 5 })
  expect(file.steps[4]).toMatchObject({
    number: 5,
    word: 'T1',
    event: { type: 'request', client: 'T1', request: { kind: 'cache.set', key: 'x', version: 1 } },
    cache: { x: 1 },
    database: { x: 2 },
  })
})

test('a step that comes out differently is named, and the run opens as it happens now', () => {
  expect(reread(writeTrace(trace, 5).replace('"cache": {\n    "x": 1', '"cache": {\n    "x": 2'))).toMatchObject({
    warning:
      'Step 5 comes out differently than the file says: it was edited, or written by another version. What you see is what happens now.',
  })
})

const edited = (changes: object) => readTrace({ ...(JSON.parse(writeTrace(trace, 5)) as object), ...changes })

test.each([
  [{ formatVersion: 2 }, 'The trace has the format version "2", and 1 is what is read here. Export the run again.'],
  [{ scenario: 7 }, 'The trace has no "scenario", so nothing says what ran. Export the run again.'],
  [
    { scenario: 'scenario: a\nprotocol: { read: cache-aside, write: write-invalid }\nclients: { T1: [read x] }' },
    'The trace\'s scenario is wrong at its line 2: There is no write pattern "write-invalid". Did you mean "write-invalidate"?',
  ],
  [{ schedule: 'T1' }, 'The trace has no "schedule", which is a list of words such as "T1". Export the run again.'],
  [
    { schedule: ['T9'] },
    'Word 1 of the schedule makes no sense. The schedule\'s word "T9" names no step. Did you mean "T1"?',
  ],
  [
    { schedule: Array.from({ length: 10_001 }, () => 'T1') },
    'The schedule has 10001 words, and 10000 are the most. Shorten it.',
  ],
  [
    { schedule: ['T1', 'T1', 'T1', 'T1'] },
    'Step 4, "T1", cannot happen at that point: what can happen there is T2. The file may have been edited by hand; export the run again.',
  ],
  [{ step: 6 }, 'The field "step" must be a whole number from 0 to 5. Change it, or export the run again.'],
  [{ drawn: 3 }, 'The field "drawn" must be a whole number from 0 to 0. Change it, or export the run again.'],
])('%j is refused in one sentence', (changes, problem) => {
  expect(edited(changes)).toEqual({ problem })
})

test('what is no object is no trace', () => {
  for (const json of [null, 1, 'x', [], [1]]) {
    expect(isTrace(json)).toBe(false)
    expect(readTrace(json)).toEqual({ problem: 'This is no trace of a run.' })
  }
})
