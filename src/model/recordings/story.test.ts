import { expect, test } from 'vitest'
import { derived, fixture, fixtureJson, recorded } from './fixtures.fixture'
import { readRecording } from './readRecording'
import { storyOf, type StoryStep } from './story'

const line = ({ number, by, server, what, recorded: wrote, model, agrees }: StoryStep) =>
  [number, by, server, what, wrote, model, agrees ? 'same' : 'differs'].join(' | ')

test('a recording is told with the answer of the server beside that of the model', () => {
  expect(storyOf(fixture('c-wa-miss.json')).steps.map(line)).toEqual([
    '1 | T1 | PostgreSQL | write(x, 1) | {"v":"1","version":1} | {"v":"1","version":1} | same',
    '2 | T2 | Redis | GET x | nothing | nothing | same',
    '3 | T2 | PostgreSQL | read(x) | {"v":"1","version":1} | {"v":"1","version":1} | same',
    '4 | T2 | Redis | SET x 1 | "OK" | "OK" | same',
  ])
})

test('every recording is told to its end, and the model says the same', () => {
  for (const name of [...recorded, ...derived]) {
    const { steps, stopped } = storyOf(fixture(name))
    expect([name, stopped, steps.every(({ agrees }) => agrees)]).toEqual([name, null, true])
    expect(steps.length).toBe(fixture(name).steps.length)
  }
})

test('a difference is marked and does not end the story', () => {
  const json = fixtureJson('c-wa-miss.json') as { steps: { reply: unknown }[] }
  json.steps[1]!.reply = 'old'
  const read = readRecording(json, 'changed')
  if ('problem' in read) throw new Error(read.problem)
  const { steps } = storyOf(read.recording)
  expect(steps.map(({ agrees }) => agrees)).toEqual([true, false, true, true])
  expect(steps[1]).toMatchObject({ recorded: '"old"', model: 'nothing' })
})

test('a step that makes no sense after those before it ends the story, and says why', () => {
  const json = fixtureJson('fail-del-late.json') as { steps: { do?: string; req?: string }[] }
  const late = json.steps.find((step) => step.do === 'DELAYED REQUEST DELIVERED')!
  late.req = 'redis> GET x'
  const read = readRecording(json, 'changed')
  if ('problem' in read) throw new Error(read.problem)
  const { steps, stopped } = storyOf(read.recording)
  expect(steps.length).toBe(json.steps.indexOf(late))
  expect(stopped).toMatch(/^Step \d+ delivers "redis> GET x", and the first request of T\d that is still under way is/)
})
