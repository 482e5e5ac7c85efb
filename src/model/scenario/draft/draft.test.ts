import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../catalogue'
import { parseScenario } from '../parse'
import { printScenario } from '../print'
import { scenarios } from '../scenario.fixture'
import { carriedOver, patched } from './patch'
import { problemsByPlace } from './places'
import { sketchOf, type Sketch } from './sketch'

const commented = `# The race that everything begins with.
scenario: mine   # its name
title: Mine
start: { database: { x: 1 }, cache: {} }
protocol: { read: cache-aside, write: write-invalidate } # both
guards:
  lease: wait # others wait

clients:
  # The reader.
  T1: [read x, read x] # twice
  T2:
    - write x
check: [converges]
`

const sketch = (text: string): Sketch => {
  const read = sketchOf(text)
  if (read === null) throw new Error(text)
  return read
}

const changed = (text: string, change: Partial<Sketch>) => patched(text, sketch(text), { ...sketch(text), ...change })

describe('a sketch of a text', () => {
  it('has what stands there, in whatever layout', () => {
    expect(sketch(commented)).toEqual({
      scenario: 'mine',
      title: 'Mine',
      about: '',
      repeat: '',
      seed: '',
      schedule: '',
      read: 'cache-aside',
      write: 'write-invalidate',
      database: [{ name: 'x', value: '1' }],
      cache: [],
      composed: [],
      guards: [{ name: 'lease', value: 'wait' }],
      faults: [],
      clients: [
        { name: 'T1', operations: ['read x', 'read x'] },
        { name: 'T2', operations: ['write x'] },
      ],
      check: ['converges'],
      strange: [],
    })
  })

  it('keeps what is wrong, twice or unknown as it was typed', () => {
    const text =
      'clients: { T1: [reed x, ""], T1: [], t: [read x] }\nguards: { leese: , clock: { T1: 1 }, warm: [x, y] }\nseed: 1.5\n'
    const { clients, guards, seed } = sketch(text)
    expect(clients).toEqual([
      { name: 'T1', operations: ['reed x', ''] },
      { name: 'T1', operations: [] },
      { name: 't', operations: ['read x'] },
    ])
    expect(guards).toEqual([
      { name: 'leese', value: '' },
      { name: 'clock', value: '{ T1: 1 }' },
      { name: 'warm', value: '[x, y]' },
    ])
    expect(seed).toBe('1.5')
  })

  it('leaves fields of a shape that no form shows to the text', () => {
    expect(sketch('clients: many\nguards: [lease]\nstart: 3\ncheck: all\ntitle: { a: b }\n').strange).toEqual([
      ...['title', 'guards', 'start', 'clients', 'check'],
    ])
  })

  it.each(['', '[a, b]', 'a: [', 'x: &a 1', 'a\u0007: b'])('does not exist of the text %j', (text) => {
    expect(sketchOf(text)).toBeNull()
  })
})

describe('a form that changes a text', () => {
  it('changes nothing where nothing changed', () => {
    expect(changed(commented, {})).toBe(commented)
  })

  it('writes one value anew, and leaves every remark where it is', () => {
    const clients = [
      { name: 'T1', operations: ['read x', 'write x'] },
      { name: 'T2', operations: ['write x'] },
    ]
    expect(changed(commented, { clients })).toBe(commented.replace('[read x, read x]', '[read x, write x]'))
    expect(changed(commented, { write: 'write-around' })).toBe(commented.replace('write-invalidate', 'write-around'))
    expect(changed(commented, { title: 'a: b' })).toBe(commented.replace('title: Mine', 'title: "a: b"'))
  })

  it('writes a field anew where names come, go or change, and no other field', () => {
    const clients = [
      { name: 'T1', operations: ['read x'] },
      { name: 'T3', operations: ['write x'] },
    ]
    expect(changed(commented, { clients })).toBe(
      commented.replace(/clients:[^]*write x\n/, 'clients: { T1: [read x], T3: [write x] }\n'),
    )
  })

  it('puts a new field where a printed file has it, and takes an empty one away', () => {
    const evicting = changed(commented, { faults: [{ name: 'evict', value: '1' }] })
    expect(evicting).toBe(commented.replace('check:', 'faults: { evict: 1 }\ncheck:'))
    expect(changed(evicting, { faults: [] })).toBe(commented)
    expect(changed('scenario: mine', { seed: '7' })).toBe('scenario: mine\nseed: 7\n')
  })

  it('gives back whatever is typed into it', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('true', 'null', '1', '01', '- x', '[x', '#', ' ', 'x: y'),
    )
    fc.assert(
      fc.property(typed, typed, typed, (title, name, operation) => {
        const clients = [
          { name, operations: [operation, 'read x'] },
          { name: 'T2', operations: [] },
        ]
        const text = changed(commented, { title, clients })
        const read = sketchOf(text)
        if (read === null) expect(`${title}${name}${operation}`).toMatch(/[\p{Cc}\p{Cs}]/u)
        else expect([read.title, read.clients]).toEqual([title, clients])
      }),
    )
  })

  it('makes any scenario out of any other', () => {
    fc.assert(
      fc.property(scenarios, scenarios, (from, to) => {
        const target = { ...to, twin: '', expect: {} }
        const text = printScenario({ ...from, twin: '', expect: {} })
        const made = patched(text, sketch(text), sketch(printScenario(target)))
        expect(parseScenario(made, 'made.yaml')).toEqual({ scenario: target })
      }),
    )
  })
})

describe('what changes outside of the form', () => {
  it('is carried over into the text without what else was typed there', () => {
    const [from, to] = [commented, changed(commented, { guards: [], write: 'write-around' })].map(sketch)
    const typed = commented.replace('title: Mine', 'title: "Half a').replace('Half a', 'Half a"')
    expect(carriedOver(typed, from!, to!)).toBe(
      typed.replace('write-invalidate', 'write-around').replace('guards:\n  lease: wait # others wait\n', ''),
    )
  })

  it('leaves a text alone that cannot be taken apart', () => {
    expect(carriedOver('clients: [', sketch(commented), sketch('scenario: other'))).toBe('clients: [')
  })
})

describe('a problem', () => {
  const placesOf = (text: string) => {
    const parsed = parseScenario(text, 'mine')
    return 'problems' in parsed ? [...problemsByPlace(text, parsed.problems).keys()] : []
  }

  it('is shown at the field and the entry in which it stands', () => {
    expect(placesOf(commented)).toEqual([])
    expect(placesOf(commented.replace('write x', 'rite x'))).toEqual(['clients.1'])
    expect(placesOf(commented.replace('lease: wait', 'lease: weight'))).toEqual(['guards.0'])
    expect(placesOf(commented.replace('read: cache-aside', 'read: cash'))).toEqual(['protocol.read'])
    expect(placesOf(commented.replace('x: 1', 'x: -1'))).toEqual(['start.database'])
    expect(placesOf(commented.replace('[converges]', '[convergence]'))).toEqual(['check.0'])
    expect(placesOf(commented.replace('scenario: mine', 'scenario: Mine!'))).toEqual(['scenario'])
    expect(placesOf('clients: [')).toEqual([''])
  })

  it.each(catalogue.map((scenario) => [scenario.scenario, scenario] as const))(
    'has no place in %s',
    (_name, scenario) => {
      expect(placesOf(printScenario(scenario))).toEqual([])
    },
  )
})
