import { describe, expect, test } from 'vitest'
import { replay } from '../../model/engine/replay'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { evaluate, kindsIn, parseExpression } from './expression'

const names = { keys: ['x'], clients: ['T1', 'T2'] }
const staleFill = replay(scenarioNamed('stale-fill')!, ['T1', 'T1', 'T2', 'T2', 'T1'])
const lease = replay(scenarioNamed('stale-fill-lease')!, ['T1', 'T1', 'T2', 'T2', 'T1'])

function truth(text: string, step: number, trace = staleFill): boolean {
  const parsed = parseExpression(text, names)
  if ('problem' in parsed) throw new Error(parsed.problem.message)
  return evaluate(parsed.expression, trace, step)
}

describe('an expression is asked of the run after a step', () => {
  test.each([
    ['cache.x = absent', 4, true],
    ['cache.x = absent', 5, false],
    ['cache.x = 1', 5, true],
    ['database.x = 2', 2, false],
    ['database.x = 2', 3, true],
    ['cache.x = database.x', 5, false],
    ['cache.x < database.x', 5, true],
    ['cache.x < database.x', 4, false],
    ['T1.returned = nothing', 4, true],
    ['T1.returned = 1', 5, true],
    ['T2.returned = 2', 4, true],
    ['T1.status = inside', 4, true],
    ['T1.status = done', 5, true],
    ['cache.x = 1 and database.x = 1', 5, false],
    ['cache.x = 2 and database.x = 2 or cache.x = 1', 5, true],
    ['cache.x = 1 or database.x = 1 and cache.x = 2', 5, true],
  ])('%s after step %i is %s', (text, step, expected) => {
    expect(truth(text, step)).toBe(expected)
  })

  test('each answer of a client has its number', () => {
    const twice = replay(scenarioNamed('write-around-warm')!, ['T1', 'T2', 'T1'])
    expect(truth('T1.returned.1 = 1 and T1.returned.2 = 1 and T1.returned.3 = nothing', 3, twice)).toBe(true)
    expect(truth('T1.returned.2 = nothing', 2, twice)).toBe(true)
  })

  test.each([
    ['cache.requests = 3 and database.reads = 1 and database.writes = 1', 5, true],
    ['cache.hits = 0 and cache.misses = 1', 5, true],
    ['loads.x = 1', 1, false],
    ['loads.x = 1', 2, true],
    ['T2.messages = 2', 4, true],
    ['T2.messages = 2', 3, false],
    ['T1.messages.1 = T2.messages', 5, false],
    ['T1.messages.2 < 9', 5, false],
  ])('costs are counted: %s after step %i is %s', (text, step, expected) => {
    expect(truth(text, step)).toBe(expected)
  })

  test('a property is what somebody has found it to be', () => {
    const parsed = parseExpression('converges = violated', { ...names, properties: ['converges'] })
    if ('problem' in parsed) throw new Error(parsed.problem.message)
    const verdicts = [['violated', 'for-ever'], ['holds']].map((words) =>
      evaluate(parsed.expression, staleFill, 5, () => words),
    )
    expect([verdicts, [...kindsIn(parsed.expression)]]).toEqual([[true, false], ['verdict']])
  })

  test('a replica has what it has applied, and the log what waits for it', () => {
    const lagging = replay(scenarioNamed('replica-lease')!, ['T2', 'T2', 'replica'])
    expect([1, 3].map((step) => truth('replica.x < database.x and log.x = 2', step, lagging))).toEqual([true, false])
    expect(truth('replica.x = database.x and log.x = absent', 3, lagging)).toBe(true)
  })

  test('a lease is held until the delete voids it', () => {
    expect([1, 3, 4].map((step) => truth('lease.x = T1', step, lease))).toEqual([true, true, false])
    expect(truth('lease.x = nobody', 4, lease)).toBe(true)
  })
})

describe('an expression that means nothing is refused with its column', () => {
  test.each([
    ['cash.x = 1', 1, '"cash.x" is nothing that the engine can be asked. Did you mean "cache.x"?'],
    ['cache.y = 1', 1, '"cache.y" is nothing that the engine can be asked. Did you mean "cache.x"?'],
    ['cache.x == 1', 10, '"=" is nothing that the engine can be asked.'],
    ['cache.x', 8, 'The expression ends where a comparison such as "=" is expected.'],
    ['cache.x =', 10, 'The expression ends where a name such as "cache.x" or a version is expected.'],
    ['cache.x = T1', 11, '"T1" is a holder and "cache.x" a version, so they are never equal: compare like with like.'],
    ['lease.x < T1', 9, 'A holder is not ordered: use "=" or "!=".'],
    ['cache.x = 1 cache.x = 2', 13, '"cache.x" is not expected there: join comparisons with "and" or "or".'],
    ['cache.x = 1 and', 16, 'The expression ends where a name such as "cache.x" or a version is expected.'],
    ['cache.x is 1', 9, '"is" is no comparison: use one of = != < <= > >=.'],
    ['T1.returned.0 = 1', 1, '"T1.returned.0" is nothing that the engine can be asked.'],
    ['cache.x.1 = 1', 1, '"cache.x.1" is nothing that the engine can be asked.'],
    ['converges = holds', 1, '"converges" is nothing that the engine can be asked.'],
    ['', 1, 'The expression ends where a name such as "cache.x" or a version is expected.'],
  ])('%s', (text, column, message) => {
    const parsed = parseExpression(text, names)
    expect(parsed).toMatchObject({ problem: { column, message: expect.stringContaining(message) as string } })
  })
})
