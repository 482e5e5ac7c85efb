import { expect, test } from 'vitest'
import { replay } from '../../model/engine/replay'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { evaluate, parseExpression } from './expression'
import type { Told } from './serverTerms'

const answers: readonly Told[] = ['OK', null, { v: 'a', version: 2 }, ['x', 0], 1]
const servers = { answers, finals: new Map<string, Told>([['redis.x', '2:b']]) }
const nothing = replay(scenarioNamed('stale-fill')!, [])

function truth(text: string): boolean | string {
  const parsed = parseExpression(text, { keys: [], clients: [], servers })
  return 'problem' in parsed ? parsed.problem.message : evaluate(parsed.expression, nothing, 0)
}

test.each([
  ['answer.1 = "OK"', true],
  ['answer.2 = nothing', true],
  ['answer.2 = "OK"', false],
  ['answer.3.version = 2 and answer.3.v = "a"', true],
  ['answer.3.value = nothing', true],
  ['answer.4.1 = 0', true],
  ['answer.5 = 1 and answer.5 < 2', true],
  ['redis.x = "2:b"', true],
  ['redis.x != redis.x', false],
])('%s is %s', (text, expected) => {
  expect(truth(text)).toBe(expected)
})

test('a step that is not there and a key that is not there are refused', () => {
  expect([truth('answer.6 = 1'), truth('redis.y = 1')]).toEqual([
    expect.stringContaining('"answer.6" is nothing that the engine can be asked.'),
    expect.stringContaining('"redis.y" is nothing that the engine can be asked.'),
  ])
})
