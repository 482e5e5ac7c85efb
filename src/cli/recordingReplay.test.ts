import { describe, expect, it } from 'vitest'
import { staleFill, withFiles } from './host.fixture'
import { fixtureText } from '../model/recordings/fixtures.fixture'

const twoWriters = fixtureText('wt-two-writers.json')
const deferred = fixtureText('wdi-own-stale.json')

describe('replay of a recording', () => {
  it('says in one line what was compared', () => {
    withFiles({ 'a.json': twoWriters }, (run) => {
      expect(run('replay', './a.json')).toEqual({
        code: 0,
        said: ['wt-two-writers: 6 steps replayed, 6 answers, 3 finals and 5 verdicts agree.'],
        noted: [],
      })
    })
  })

  it('says what differs first, and ends with 1', () => {
    const changed = twoWriters.replace('"req": "redis> GET x", "reply": "1"', '"req": "redis> GET x", "reply": "2"')
    withFiles({ 'a.json': changed }, (run, folder) => {
      const { code, said, noted } = run('replay', './a.json')
      expect([code, noted, said.map((line) => line.replace(folder, '.'))]).toEqual([
        1,
        [],
        ['./a.json: Step 6: redis answers to "GET x" with "2" in the recording and "1" in the model.'],
      ])
    })
  })

  it('replays every recording of a folder and every schedule, but no file of counts', () => {
    const files = {
      'runs/a.json': twoWriters,
      'runs/deep/b.json': deferred,
      'runs/_counts.json': '{}',
      'runs/c.scenario.yaml': staleFill('schedule: T1'),
      'runs/d.scenario.yaml': staleFill(),
    }
    withFiles(files, (run) => {
      const { code, said, noted } = run('replay', './runs')
      expect([code, noted]).toEqual([0, []])
      expect(said.map((line) => line.split(':')[0])).toEqual([
        'wt-two-writers',
        'stale-fill',
        expect.stringMatching(/^ {2}1 {2}T1/),
        'wdi-own-stale',
        '2 recordings replayed',
      ])
    })
  })

  it('ends with the worst of several, and replays a file once', () => {
    const differs = deferred.replace('"linearizable": false', '"linearizable": true')
    withFiles({ 'a.json': twoWriters, 'b.json': differs, 'c.json': '{\n' }, (run) => {
      expect([run('replay', './a.json', './a.json').code, run('replay', './a.json', './b.json').code]).toEqual([0, 1])
      const { code, said, noted } = run('replay', '.', './a.json')
      expect([code, said.length, said.at(-1), noted]).toEqual([
        2,
        3,
        '2 recordings replayed: 1 of them differ.',
        ['./c.json: This is no JSON at line 2. The file may be cut short; record the run again.'],
      ])
    })
  })
})
