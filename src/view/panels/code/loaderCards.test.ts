import { expect, test } from 'vitest'
import { sources } from 'virtual:program-sources'
import { replay } from '../../../model/engine/replay'
import { worldAt } from '../../../model/engine/trace'
import { sketched } from '../../../model/testing/sketch'
import { loaderCards } from './loaderCards'

const scenario = sketched({
  ...{ read: 'refresh-ahead', cache: { x: 1 }, guards: { warm: 'y', 'compare-and-set': 'newer' } },
  clients: { T1: ['write x'], T2: ['read y'] },
})

const cardsAfter = (schedule: readonly string[]) => {
  const trace = replay(scenario, schedule)
  const event = trace.steps.at(-1)?.event ?? null
  return loaderCards(scenario, worldAt(trace, schedule.length), event, sources).map((card) => {
    const text = (line: number | null) =>
      line === null
        ? null
        : card.program.lines[line - 1]
            ?.map((token) => token.text)
            .join('')
            .trim()
    return [card.client, card.state, text(card.next), text(card.last), card.inGuard?.source ?? null]
  })
}

test('each program that no client runs has a card, between its rounds too', () => {
  expect(cardsAfter([])).toEqual([
    ['The warm-up', 'between rounds', null, null, null],
    ['The cache', 'between rounds', null, null, null],
  ])
})

test('a round shows the line that asks next, the one that asked last, and the guard that changes it', () => {
  expect(cardsAfter(['refresh:x'])[1]).toEqual([
    ...['The cache', 'loads x', 'yield* fill(key, row)', 'const row = yield* database.select(key)', 'compare-and-set'],
  ])
  expect(cardsAfter(['refresh:x', 'refresh:x'])[1]).toEqual([
    ...['The cache', 'between rounds', null, 'yield* fill(key, row)', null],
  ])
})
