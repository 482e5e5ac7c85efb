import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, test } from 'vitest'
import { scenarioNamed } from '../../model/scenario/catalogue'
import { registry } from '../commands/registry'
import { listenToKeys } from '../commands/useKeys'
import { useCommands } from '../commands/useCommands'
import { handClock } from '../player/handClock.fixture'
import { createPlayer } from '../player/player'
import { wordsTo } from '../player/runTree'
import { labCommands } from './labCommands'
import { LabContext } from './labContext'
import { Notes } from './Notes'
import { SentenceCard } from './SentenceCard'
import { Transport } from './Transport'

const nothing = () => undefined

/** The Lab's bar with its notes and its sentence, on a clock that the test winds. */
function shown(name: string, schedule: readonly string[], step: number) {
  const base = scenarioNamed(name)!
  const clock = handClock()
  const player = createPlayer({ base, schedule, step }, clock)
  const list = labCommands(player, base, { announceState: nothing, share: nothing, preferSpeed: nothing })
  const lab = { player, commands: new Map(list.map((command) => [command.id, command])) }
  function Bar() {
    useCommands(list)
    return (
      <LabContext value={lab}>
        <SentenceCard />
        <Notes problem={null} onDismissProblem={nothing} />
        <Transport />
      </LabContext>
    )
  }
  render(<Bar />)
  const run = () => {
    const { tree, tip, playhead } = player.store.getState()
    return `${wordsTo(tree, tip).join(' ')} at ${playhead}`
  }
  return { player, run, clock }
}

const button = (name: string) => screen.getByRole('button', { name })
const slider = () => screen.getByRole('slider', { name: 'Step' })
const sentence = () => screen.getByRole('region', { name: 'What happened' })
const race = ['T1', 'T1', 'T2', 'T2', 'T1']

describe('the transport', () => {
  beforeEach(() => listenToKeys(window, registry, () => true))

  test('breaks the stale fill by keyboard, and says why in one sentence', async () => {
    const { run } = shown('stale-fill', [], 0)
    await userEvent.keyboard('11221')
    expect(run()).toBe('T1 T1 T2 T2 T1 at 5')
    expect(within(sentence()).getByText(/The cache now disagrees/).textContent).toBe(
      'The cache now disagrees with the database. ',
    )
    expect(slider().getAttribute('aria-valuetext')).toBe(
      'Step 5 of 5: The cache now disagrees with the database. T1 stored the version 1 that it had read at step 2, after T2 had committed version 2 at step 3.',
    )
  })

  test('goes back and forth by keys, and undoes', async () => {
    const { run } = shown('stale-fill', race, 5)
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}1')
    expect(run()).toBe('T1 T1 T1 at 3')
    await userEvent.keyboard('{ArrowLeft}')
    expect(button('other future: T2 T2 T1')).toBeTruthy()
    await userEvent.keyboard('u')
    expect(run()).toBe('T1 T1 T2 T2 T1 at 2')
    await userEvent.keyboard('{Control>}y{/Control}{Home}')
    expect(run()).toBe('T1 T1 T1 at 0')
  })

  test('says why a client cannot step, and does nothing then', async () => {
    const { run } = shown('stale-fill', race, 5)
    expect(button('Step T1').getAttribute('aria-disabled')).toBe('true')
    expect(button('Step T1').title).toBe('T1 is finished')
    await userEvent.click(button('Step T1'))
    expect(run()).toBe('T1 T1 T2 T2 T1 at 5')
  })

  test('says whose lease a client waits for', () => {
    shown('lease-holder-crash', ['T1'], 1)
    expect(button('Step T2').title).toBe('T2 waits for T1’s lease')
  })

  test('offers a crash where the scenario has one, on its key, and nothing of the kind elsewhere', async () => {
    const { run } = shown('writer-crash', [], 0)
    await userEvent.keyboard('2x')
    expect(run()).toBe('T2 crash:T2 at 2')
    expect(button('Crash T2').title).toBe('T2 has crashed already')
    expect(screen.queryByRole('button', { name: /Evict|Expire|timer/ })).toBeNull()
  })

  test('plays and pauses with the space bar, at the speed that is chosen', async () => {
    const { run, clock } = shown('stale-fill', race, 0)
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Speed' }), '4×')
    act(() => (document.activeElement as HTMLElement).blur())
    await userEvent.keyboard(' ')
    act(() => clock.wind(500))
    expect(run()).toBe('T1 T1 T2 T2 T1 at 2')
    await userEvent.keyboard(' ')
    act(() => clock.wind(5000))
    expect(run()).toBe('T1 T1 T2 T2 T1 at 2')
    expect(button('Play')).toBeTruthy()
  })
})

describe('the notes', () => {
  test('lead to the other future, with all of it', async () => {
    const { run, player } = shown('stale-fill', race, 2)
    act(() => void player.take('T1'))
    await userEvent.click(button('Step back'))
    await userEvent.click(button('other future: T2 T2 T1'))
    expect(run()).toBe('T1 T1 T2 T2 T1 at 2')
  })

  test('point at the first step that goes differently under a guard', async () => {
    const { player, run } = shown('stale-fill', race, 1)
    act(() => player.edit(scenarioNamed('stale-fill-lease')!))
    expect(screen.getByRole('note').textContent).toContain(
      'Step 5 goes differently: stored before, refused now, because step 4 voided the lease.',
    )
    await userEvent.click(button('Go to step 5'))
    expect(run()).toBe('T1 T1 T2 T2 T1 at 5')
    await userEvent.click(button('Dismiss'))
    expect(screen.queryByRole('note')).toBeNull()
  })

  test('say at which step a run no longer goes, and how much of it still does', () => {
    shown('stale-fill', ['T1', 'T1', 'T1', 'T1', 'T2'], 0)
    expect(screen.getByRole('note').textContent).toBe(
      'Step 4, "T1", cannot happen at that point: what can happen there is T2. The first 3 of its 5 steps still go.',
    )
  })
})
