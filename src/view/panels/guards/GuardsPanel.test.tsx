import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { GuardsPanel, type GuardSwitch } from './GuardsPanel'

const guard = (changes: Partial<GuardSwitch>): GuardSwitch => ({
  id: 'lease',
  title: 'Lease',
  says: 'a fill needs a live token',
  isExtra: false,
  isOn: false,
  verdict: 'holds',
  detail: '',
  ...changes,
})

function show(switches: readonly GuardSwitch[]) {
  const onToggle = vi.fn()
  render(<GuardsPanel switches={switches} onToggle={onToggle} />)
  return onToggle
}

const described = (name: string) => {
  const id = screen.getByRole('switch', { name }).getAttribute('aria-describedby')
  return id === null ? null : document.getElementById(id)?.textContent
}

describe('a guard', () => {
  it('is a switch that says what it does and what the check says it would do here', () => {
    show([guard({}), guard({ id: 'cas', title: 'Compare-and-set', says: 'no older version', verdict: 'violated' })])
    expect(described('Lease')).toBe('a fill needs a live token, with it on: holds')
    expect(described('Compare-and-set')).toBe('no older version, with it on: violated')
    const words = screen
      .getAllByRole('listitem')
      .map((row) => within(row).queryByText(/^(holds|violated)$/)?.textContent)
    expect(words).toEqual(['holds', 'violated'])
  })

  it('shows no verdict before there is one', () => {
    show([guard({ verdict: null })])
    expect(described('Lease')).toBe('a fill needs a live token, with it on: being checked')
    expect(screen.getByText('checking')).toBeTruthy()
  })

  it('is turned on and off by name', async () => {
    const onToggle = show([guard({}), guard({ id: 'cas', title: 'Compare-and-set', isOn: true })])
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Compare-and-set' }).checked).toBe(true)
    await userEvent.click(screen.getByRole('switch', { name: 'Lease' }))
    await userEvent.click(screen.getByRole('switch', { name: 'Compare-and-set' }))
    expect(onToggle.mock.calls).toEqual([
      ['lease', true],
      ['cas', false],
    ])
  })

  it('has its details where there are any', () => {
    show([guard({ detail: 'Checked over all 44 worlds.' }), guard({ id: 'cas', title: 'Compare-and-set' })])
    expect(screen.getAllByRole('group')).toHaveLength(1)
    expect(screen.getByText('Checked over all 44 worlds.').tagName).toBe('P')
  })
})
