import { describe, expect, test } from 'vitest'
import { replay } from '../../model/engine/replay'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { evaluate, parseExpression } from './expression'

function truth(text: string, scenario: string, words: string): boolean {
  const trace = replay(scenarioNamed(scenario)!, words.split(' '))
  const parsed = parseExpression(text, { keys: ['x'], clients: ['T1', 'T2'] })
  if ('problem' in parsed) throw new Error(parsed.problem.message)
  expect(trace.refused).toBeNull()
  return evaluate(parsed.expression, trace, trace.steps.length)
}

describe('what a run costs is counted off its steps', () => {
  test.each([
    ['T1.requests = 3 and T2.requests = 2', 'stale-fill', 'T1 T1 T2 T2 T1'],
    ['T1.cache-requests = 2 and T1.database-requests = 1', 'stale-fill', 'T1 T1 T2 T2 T1'],
    ['cache.requests = 3 and database.requests = 2', 'stale-fill', 'T1 T1 T2 T2 T1'],
    ['database.reads = 1 and database.writes = 1', 'stale-fill', 'T1 T1 T2 T2 T1'],
    ['T1.misses = 1 and T1.hits = 0 and cache.misses = 1', 'stale-fill', 'T1 T1 T2 T2 T1'],
    ['T1.hits = 2 and cache.hits = 2 and database.reads = 0', 'write-around-warm', 'T1 T2 T1'],
    ['cache.requests = 3', 'deferred-any', 'T1 T1 T2 T1 timer:T2'],
    ['T1.requests = 1 and database.requests = 0 and database.writes = 1', 'write-behind', 'T1 flush:x'],
    ['T1.requests < 2', 'stale-fill', 'T1'],
  ])('%s in %s after %s', (text, scenario, words) => {
    expect(truth(text, scenario, words)).toBe(true)
  })
})
