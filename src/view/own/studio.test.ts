import { describe, expect, it, vi } from 'vitest'
import type { Report } from '../../model/explore/report'
import { OwnRefused } from '../../model/own/own'
import { memory } from '../../model/own/memory'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { handClock } from '../player/handClock.fixture'
import { createPlayer } from '../player/player'
import { pack } from './pack'
import { createStudio, type StudioTools } from './studio'

const base = scenarioNamed('stale-fill')!
const text = 'export const w = function* ({ database }, key) {\n  return (yield* database.update(key)).version\n}'
const witness = ['T1', 'T1', 'T1', 'T2']
const report = {
  results: [{ property: 'converges', judged: 1, verdict: 'violated', steps: 4, schedule: witness }],
} as unknown as Report

/** What a worker would have sent of the text. */
function teach(): void {
  const program = JSON.stringify(['write', 'x', text])
  memory.add([
    { program, replies: [], move: { call: { name: 'database.update' }, line: 2 } },
    { program, replies: ['{"version":2}'], move: { ends: 2, line: 2 } },
  ])
}

function setUp(tools: Partial<StudioTools> = {}) {
  const clock = handClock()
  const player = createPlayer({ base, schedule: base.schedule, step: 0 }, clock)
  let kept: string | null = null
  const storage = { read: () => kept, write: (_key: string, value: string) => ((kept = value), true) }
  const read = vi.fn(() => Promise.resolve(['update'] as const))
  const studio = createStudio(player, {
    ...{ clock, storage, read, learn: () => Promise.resolve() },
    report: () => (teach(), Promise.resolve(report)),
    ...tools,
  })
  return { clock, player, studio, read, kept: () => kept }
}

describe('a text in the studio', () => {
  it('begins with the pattern’s own, and runs nothing until it is changed', () => {
    const { studio, read, player } = setUp()
    studio.edit('write')
    expect(studio.store.getState().drafts.write).toEqual({
      text: expect.stringContaining('yield* cache.delete(key)') as string,
      begunFrom: 'write-invalidate',
    })
    expect([read.mock.calls.length, player.store.getState().scenario]).toEqual([0, base])
  })

  it('is checked once the typing pauses, put on the stage, and what breaks it plays from its start', async () => {
    const { studio, read, player, clock } = setUp()
    studio.edit('write')
    studio.type('write', 'export')
    clock.wind(399)
    studio.type('write', text)
    clock.wind(399)
    expect(read).not.toHaveBeenCalled()
    clock.wind(1)
    await vi.waitFor(() => expect(player.store.getState().scenario.own?.write?.text).toBe(text))
    expect(read.mock.calls).toHaveLength(1)
    const { trace, playhead, isPlaying } = player.store.getState()
    expect([trace.steps.map(({ word }) => word), playhead, isPlaying]).toEqual([witness, 0, true])
    expect(trace.steps.at(-1)?.after).toMatchObject({ cache: { x: 1 }, database: { x: 2 } })
    player.pause()
  })

  it('that is refused is named with its line, and the stage goes on with what ran', async () => {
    const refused = () => Promise.reject(new OwnRefused('write', 3, 'goes on and on without asking for anything.'))
    const { studio, player, clock } = setUp({ read: refused })
    studio.type('write', text)
    clock.wind(400)
    await vi.waitFor(() => expect(studio.store.getState().trouble).not.toBeNull())
    expect(studio.store.getState().trouble).toEqual({
      role: 'write',
      line: 3,
      sentence: 'Line 3 goes on and on without asking for anything.',
    })
    expect(player.store.getState().scenario).toBe(base)
  })

  it('survives a reload, and is forgotten when it is set back', async () => {
    const { studio, player, clock, kept } = setUp()
    studio.type('write', text)
    clock.wind(400)
    await vi.waitFor(() => expect(player.store.getState().scenario.own).toBeDefined())
    expect(kept()).toContain('database.update')
    studio.setBack('write')
    expect(kept()).toBe('{}')
    expect(player.store.getState().scenario).toEqual(base)
    player.pause()
  })

  it('comes out of a link into the run that the link names', async () => {
    const { studio, player } = setUp()
    await studio.open({ base, schedule: witness, step: 3 }, { write: await pack(text) })
    const { scenario, playhead, trace } = player.store.getState()
    expect([scenario.own?.write?.text, playhead, trace.steps.length]).toEqual([text, 3, 4])
  })

  it('that a link has lost half of is said to be so', async () => {
    const { studio, player } = setUp()
    await studio.open({ base, schedule: [], step: 0 }, { write: '500.AAAA' })
    expect(studio.store.getState().linkProblem).toBe(
      'The program in the link is not whole. Copy the link again, to its end. The scenario is open without the program of the link.',
    )
    expect(player.store.getState().scenario).toBe(base)
  })
})
