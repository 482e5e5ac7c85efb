import { expect, test } from 'vitest'
import { replay } from '../../model/engine/replay'
import { catalogue } from '../../model/scenario/catalogue'
import { restoredRun, storedRun } from './storedRun'

test.each(catalogue.map((scenario) => [scenario.scenario, scenario] as const))(
  'a run of %s comes back from a file as it was',
  (_name, scenario) => {
    const trace = replay(scenario, scenario.schedule)
    const read = JSON.parse(JSON.stringify(storedRun(trace))) as ReturnType<typeof storedRun>
    expect(JSON.parse(JSON.stringify(restoredRun(read, scenario)))).toEqual(JSON.parse(JSON.stringify(trace)))
  },
)
