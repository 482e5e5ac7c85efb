import { commandDialogs } from './commandDialogs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { chordOf, printed, type Pressed } from './chord'
import { always, type Command } from './command'
import { matching } from './Palette'
import { createRegistry } from './registry'
import { listenToKeys } from './useKeys'

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('a chord', () => {
  test.each([
    [pressed('u'), 'u'],
    [pressed('U', { shiftKey: true }), 'Shift+u'],
    [pressed('?', { shiftKey: true }), '?'],
    [pressed('ArrowLeft', { shiftKey: true }), 'Shift+ArrowLeft'],
    [pressed('k', { metaKey: true }), 'Mod+k'],
    [pressed('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+z'],
    [pressed('1', { altKey: true }), null],
  ])('of %o is %s', (event, chord) => {
    expect(chordOf(event)).toBe(chord)
  })

  test('is printed as it stands on the keyboard', () => {
    expect(['Mod+Shift+z', 'ArrowLeft', ' ', '?'].map(printed)).toEqual(['Ctrl Shift Z', '←', 'Space', '?'])
  })
})

const commandOf = (id: string, key: string, run: () => void, reason: Command['reason'] = always): Command => ({
  id,
  title: id,
  keys: [key],
  group: 'Test',
  run,
  reason,
})

describe('keys on the page', () => {
  const stops: (() => void)[] = []
  afterEach(() => {
    stops.splice(0).forEach((stop) => stop())
    document.body.replaceChildren()
  })

  const listening = (areSingleKeysOn = true) => {
    const registry = createRegistry()
    const done: string[] = []
    const add = (key: string, reason?: Command['reason']) =>
      registry.add([commandOf(`does ${key}`, key, () => done.push(key), reason)])
    stops.push(listenToKeys(window, registry, () => areSingleKeysOn))
    const press = (key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) =>
      !target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
    const focusOn = (html: keyof HTMLElementTagNameMap, type?: string) => {
      const element = document.createElement(html)
      if (type !== undefined) element.setAttribute('type', type)
      document.body.append(element)
      return element
    }
    return { add, press, done, focusOn }
  }

  test('run their command, and the browser does nothing of its own', () => {
    const { add, press, done } = listening()
    add('1')
    expect(press('1')).toBe(true)
    expect(press('2')).toBe(false)
    expect(done).toEqual(['1'])
  })

  test('do nothing while the command has a reason not to', () => {
    const { add, press, done } = listening()
    add('1', () => 'T1 is finished')
    expect(press('1')).toBe(false)
    expect(done).toEqual([])
  })

  test('are left to what has the focus: text takes all, a slider its arrows, a button its Space', () => {
    const { add, press, done, focusOn } = listening()
    for (const key of ['1', 'ArrowLeft', ' ']) add(key)
    for (const key of ['1', 'ArrowLeft', ' ']) {
      press(key, focusOn('input', 'text'))
      press(key, focusOn('select'))
    }
    expect(done).toEqual([])
    for (const key of ['1', 'ArrowLeft', ' ']) press(key, focusOn('input', 'range'))
    expect(done).toEqual(['1'])
    for (const key of ['1', 'ArrowLeft', ' ']) press(key, focusOn('button'))
    expect(done).toEqual(['1', '1', 'ArrowLeft'])
  })

  test('that are single can be switched off; arrows and chords stay', () => {
    const { add, press, done } = listening(false)
    for (const key of ['u', '?', 'ArrowLeft', 'Mod+k']) add(key)
    press('u')
    press('?')
    press('ArrowLeft')
    press('k', document.body, { ctrlKey: true })
    expect(done).toEqual(['ArrowLeft', 'Mod+k'])
  })

  test('wait while a dialog is open', () => {
    const { add, press, done, focusOn } = listening()
    add('1')
    focusOn('dialog').setAttribute('open', '')
    press('1')
    expect(done).toEqual([])
  })
})

describe('the registry', () => {
  test('lets a later command take a key, and gives it back', () => {
    const { add, press } = createRegistry()
    const run = vi.fn<(who: string) => void>()
    add([commandOf('page', 'x', () => run('page'))])
    const remove = add([commandOf('dialog', 'x', () => run('dialog'))])
    press('x')
    remove()
    press('x')
    expect(run.mock.calls).toEqual([['dialog'], ['page']])
  })

  test('is searched by every word of the query', () => {
    const named = ['Step T1', 'Step T2', 'Crash T1'].map((title) => commandOf(title, '', () => undefined))
    expect(matching(named, ' t1  st').map((command) => command.title)).toEqual(['Step T1'])
  })
})

test('what is typed while the palette is on its way is kept for it, and Escape calls it off', () => {
  commandDialogs.showPalette('')
  expect(['l', 'e'].map((key) => commandDialogs.isOpening(key))).toEqual([true, true])
  expect(commandDialogs.store.getState()).toEqual({ open: 'palette', query: 'le' })
  expect(commandDialogs.isOpening('Escape')).toBe(true)
  expect([commandDialogs.store.getState().open, commandDialogs.isOpening('1')]).toEqual([null, false])
})
