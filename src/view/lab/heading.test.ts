import { expect, test } from 'vitest'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { withGuard } from '../../model/scenario/edits'
import { headingOf } from './heading'

const base = scenarioNamed('stale-fill')!

test('a scenario of the catalogue goes by its title, whatever guard is switched on', () => {
  const scenario = withGuard(base, 'lease', 'wait')
  expect(headingOf({ base, scenario })).toEqual({ title: base.title, about: base.about })
})

test('other clients are called by their patterns, because the title tells another story', () => {
  const scenario = { ...base, clients: base.clients.slice(1) }
  expect(headingOf({ base, scenario })).toEqual({
    title: 'Cache-aside, write-invalidate',
    about: 'Clients or start are not those of “The stale fill”. Set back to return to it.',
  })
})
