import { expect, test } from 'vitest'
import { replay } from '../../../model/engine/replay'
import { catalogue, scenarioNamed } from '../../../model/scenario/catalogue'
import { famous } from '../../../model/scenario/catalogue/famous'
import { pairsOf } from '../../gallery/pairs'
import { heroSteps } from './HeroPicture'

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

test('the home page shows each famous scenario once, beside its twin', () => {
  const pairs = pairsOf(famous)
  expect(pairs.map(({ scenario, twin }) => [scenario.scenario, twin?.scenario])).toEqual(
    Array.from({ length: famous.length / 2 }, (_, index) => [
      famous[2 * index]!.scenario,
      famous[2 * index + 1]!.scenario,
    ]),
  )
  expect(famous.filter((scenario) => !catalogue.some(({ scenario: name }) => name === scenario.scenario))).toEqual([])
})

test('the gallery has every scenario of the catalogue once', () => {
  const names = pairsOf(catalogue).flatMap(({ scenario, twin }) => [
    scenario.scenario,
    ...(twin === null ? [] : [twin.scenario]),
  ])
  expect([...names].sort()).toEqual(catalogue.map(({ scenario }) => scenario).sort())
})
