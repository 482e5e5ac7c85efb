import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { scenarioNamed } from '../../../model/scenario/catalogue'
import { withGuard } from '../../../model/scenario/edits'
import { wallClock } from '../../player/clock'
import { createPlayer, type Player } from '../../player/player'
import { LabContext } from '../labContext'
import { Builder } from './Builder'
import { PAUSE_MILLISECONDS } from './useBuilder'

const staleFill = scenarioNamed('stale-fill')!

/** A scenario of its own for each test, because the editor remembers what was typed for one. */
function opened(): Player {
  const player = createPlayer({ base: { ...staleFill }, schedule: staleFill.schedule, step: 0 }, wallClock)
  render(
    <LabContext value={{ player, commands: new Map() }}>
      <Builder onClose={() => undefined} />
    </LabContext>,
  )
  return player
}

const area = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'The scenario as text' })
const type = (element: HTMLElement, value: string) => fireEvent.change(element, { target: { value } })
const pause = () => act(() => void vi.advanceTimersByTime(PAUSE_MILLISECONDS))
const state = () => screen.getAllByRole('status')[0]?.textContent

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the editor of a scenario', () => {
  it('is followed by the Lab once what is typed has been left alone for a moment', () => {
    const player = opened()
    type(area(), area().value.replace('T2: [write x]', 'T2: [write x, write x]'))
    expect(player.store.getState().scenario).toEqual(staleFill)
    pause()
    expect(player.store.getState().scenario.clients[1]?.operations).toHaveLength(2)
    expect(player.store.getState().base).toEqual(staleFill)
  })

  it('changes the text through the form, and the form through the text', () => {
    const player = opened()
    type(area(), `# Mine.\n${area().value}`)
    const does = screen.getAllByRole('combobox', { name: 'What T1 does' })[0]!
    fireEvent.change(does, { target: { value: 'increment' } })
    expect(area().value).toContain('# Mine.\nscenario: stale-fill')
    expect(area().value).toContain('clients: { T1: [increment x], T2: [write x] }')
    expect(screen.getByText(/somebody increments it/, { selector: 'fieldset li' })).toBeTruthy()
    type(area(), area().value.replace('write x', 'increment x'))
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'What T2 does' }).value).toBe('increment')
    pause()
    expect(player.store.getState().scenario.clients.map(({ operations }) => operations[0]?.kind)).toEqual([
      ...['increment', 'increment'],
    ])
  })

  it('says in place what is wrong, keeps it, and leaves the Lab at the last sound scenario', () => {
    const player = opened()
    type(area(), area().value.replace('write x', 'rite x'))
    pause()
    expect(player.store.getState().scenario).toEqual(staleFill)
    expect(area().value).toContain('rite x')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'What T2 does, in words' }).value).toBe('rite x')
    const wrong = within(screen.getByRole('list', { name: 'What is wrong in the text' }))
    expect(wrong.getByRole('listitem').textContent).toMatch(
      /^\d+:\d+ There is no operation "rite"\. Did you mean "write"\?$/,
    )
    expect(state()).toBe('The Lab shows the last scenario that was sound: one thing is to be mended first.')
  })

  it('has no form while the text cannot be taken apart, and loses nothing of it', () => {
    opened()
    type(area(), 'clients: [')
    expect(screen.queryByRole('group', { name: 'Clients' })).toBeNull()
    expect(area().value).toBe('clients: [')
  })

  it('takes over what is switched in the Lab, beside what was typed', () => {
    const player = opened()
    type(area(), `# Mine.\n${area().value.replace('write x', 'rite x')}`)
    act(() => player.edit(withGuard(staleFill, 'lease', 'wait')))
    expect(area().value).toContain('# Mine.')
    expect(area().value).toContain('rite x')
    expect(area().value).toContain('guards: { lease: wait }')
  })

  it('puts aside what was typed when another scenario is opened', () => {
    const player = opened()
    type(area(), 'clients: [')
    const other = scenarioNamed('two-writers')!
    act(() => player.open({ base: other, schedule: [], step: 0 }))
    expect(area().value).toContain('scenario: two-writers')
    fireEvent.click(screen.getByRole('button', { name: 'Bring it back' }))
    expect(area().value).toBe('clients: [')
  })
})
