import { describe, expect, it } from 'vitest'
import { noFaults } from '../src/model/engine/faults'
import { scenarioModule } from './scenarios'

describe('the module that a scenario file becomes', () => {
  it('is plain data, without a parser', () => {
    const text =
      'scenario: a\nprotocol: { read: cache-aside, write: write-around }\nclients: { T1: [read x] }\ncheck: [durable]\n'
    expect(scenarioModule(text, 'a.scenario.yaml')).toBe(
      'export default {"scenario":"a","title":"A","about":"","twin":"","start":{"database":{"x":1},"cache":{}},' +
        '"protocol":{"read":"cache-aside","write":"write-around"},"guards":{},' +
        '"clients":[{"name":"T1","operations":[{"kind":"read","key":"x"}]}],' +
        `"faults":${JSON.stringify(noFaults)},"check":["durable"],"expect":{},"schedule":[]}\n`,
    )
  })

  it('is never made from a wrong file, whose sentences stop the build', () => {
    expect(() => scenarioModule('scenario: a\nprotocl: {}\n', 'a.scenario.yaml')).toThrow(
      'a.scenario.yaml:2:1 There is no field "protocl". Did you mean "protocol"?',
    )
  })
})
