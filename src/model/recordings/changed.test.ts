/** The comparison can fail: whatever is changed in a recording is found, at its place and nowhere else. */
import { describe, expect, it } from 'vitest'
import { derived, fixtureJson, recorded } from './fixtures.fixture'
import { readRecording } from './readRecording'
import { replayRecording } from './replayRecording'

interface RecordingJson {
  readonly steps: { n: number; reply?: unknown }[]
  readonly final: Record<string, Record<string, unknown>>
  readonly verdict: Record<string, boolean>
}

/** Something else than what was there, of the same make. */
function other(value: unknown): unknown {
  if (value === null) return 'something'
  if (typeof value === 'number') return value + 1000
  if (typeof value === 'string') return `${value}?`
  if (Array.isArray(value))
    return value.length === 0 ? ['something'] : [other(value[0]), ...(value.slice(1) as unknown[])]
  const [[name, field] = ['v', null], ...rest] = Object.entries(value as object) as [string, unknown][]
  return Object.fromEntries([[name, other(field)], ...rest])
}

function differenceIn(name: string, change: (recording: RecordingJson) => void): string | null {
  const json = fixtureJson(name) as RecordingJson
  change(json)
  const read = readRecording(json, name)
  if ('problem' in read) return read.problem
  const replayed = replayRecording(read.recording)
  return 'problem' in replayed ? replayed.problem : replayed.difference
}

describe.each([...recorded, ...derived])('%s', (name) => {
  const { steps, final, verdict } = fixtureJson(name) as RecordingJson

  it('differs at the step whose answer is changed', () => {
    const found = steps
      .filter(({ reply }) => reply !== undefined)
      .map(
        ({ n }) =>
          [
            n,
            differenceIn(name, (json) => {
              const step = json.steps[n - 1]!
              step.reply = other(step.reply)
            }),
          ] as const,
      )
    for (const [n, difference] of found) expect(difference).toMatch(new RegExp(`^Step ${n}: `))
  })

  it('differs at the end where what a server had is changed', () => {
    for (const [server, keys] of Object.entries(final))
      for (const key of Object.keys(keys))
        expect(
          differenceIn(name, (json) => {
            json.final[server]![key] = other(json.final[server]![key])
          }),
        ).toMatch(new RegExp(`^At the end, after the last step, ${server} has .* under ${key} in the recording`))
  })

  it('differs in the verdict that is changed', () => {
    for (const property of Object.keys(verdict))
      expect(
        differenceIn(name, (json) => {
          json.verdict[property] = !json.verdict[property]
        }),
      ).toContain(`The verdict: the recording says that ${property} is ${String(!verdict[property])} `)
  })
})

it('a recording that misses its last write differs at the end', () => {
  expect(
    differenceIn('wt-two-writers.json', (json) => {
      json.steps.splice(4)
      ;(json as unknown as { reads_and_writes: unknown[] }).reads_and_writes = []
    }),
  ).toBe('At the end, after the last step, redis has "1" under x in the recording and "2" in the model.')
})
