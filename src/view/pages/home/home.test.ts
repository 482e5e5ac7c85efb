import { expect, test } from 'vitest'
import { replay } from '../../../model/engine/replay'
import { scenarioNamed } from '../../../model/scenario/catalogue'
import { heroSteps } from './HeroPicture'
import { pairsOf } from './pairs'

test('the picture on the home page shows what the engine does with the run that its button opens', () => {
  const scenario = scenarioNamed('stale-fill')!
  const { steps, initial } = replay(scenario, ['T1', 'T1', 'T2', 'T2', 'T1'])
  const asked = steps.map(({ event }) => (event.type === 'request' ? [event.client, event.resource] : []))
  expect(asked).toEqual(heroSteps.map(({ from, to }) => [from, to]))
  expect(initial.database).toEqual({ x: 1 })
  expect(steps.map(({ after }) => [after.cache['x'], after.database['x']])).toEqual([
    [null, 1],
    [null, 1],
    [null, 2],
    [null, 2],
    [1, 2],
  ])
})

test('the gallery shows every scenario of the catalogue once, beside its twin', () => {
  const pairs = pairsOf()
  const names = pairs.flatMap(({ scenario, twin }) => [scenario.scenario, ...(twin === null ? [] : [twin.scenario])])
  expect(new Set(names).size).toBe(names.length)
  expect(pairs[0]?.twin?.scenario).toBe('stale-fill-lease')
})
