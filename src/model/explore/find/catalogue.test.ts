import { describe, expect, it } from 'vitest'
import { replay } from '../../engine/replay'
import { propertyNamed } from '../../properties'
import { catalogue } from '../../scenario/catalogue'
import { isRun } from '../bounds'
import { check } from '../check'
import { whyAt } from '../why/why'
import { factsOf } from './facts'

const every = 6
const searched = catalogue.filter((scenario) => !isRun(scenario)).filter((_, index) => index % every === 0)

describe('of the catalogue, every sixth scenario', () => {
  it.each(searched.map((scenario) => [scenario.scenario, scenario] as const))(
    '%s has the worlds and the shortest witnesses of its report, and two steps that tell each of them',
    (_name, scenario) => {
      const report = check(scenario)
      for (const result of report.results) {
        const property = propertyNamed(result.property)!
        if (property.endless) continue
        const facts = factsOf(scenario, property)
        const steps = result.verdict === 'violated' ? result.steps : null
        expect(facts).toMatchObject({ property: result.property, worlds: report.states })
        expect('shortest' in facts ? (facts.shortest?.length ?? null) : undefined).toBe(steps)
        if (result.verdict !== 'violated') continue
        const now = whyAt(replay(scenario, result.schedule), result.steps)!.properties
        const { standing, conflict } = now.find((each) => each.property === result.property)!
        expect({ standing, isTold: conflict !== null }).toEqual({ standing: 'violated', isTold: true })
      }
    },
  )
})
