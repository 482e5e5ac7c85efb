import { describe, expect, it } from 'vitest'
import { editDistance, either, isReserved, nearest, suggestion } from './names'

describe('the distance between two names', () => {
  it.each([
    ['lease', 'lease', 0],
    ['leese', 'lease', 1],
    ['elase', 'lease', 1],
    ['lea', 'lease', 2],
    ['', 'lease', 5],
    ['kitten', 'sitting', 3],
  ])('from %s to %s is %i', (from, to, distance) => {
    expect([editDistance(from, to), editDistance(to, from)]).toEqual([distance, distance])
  })
})

describe('the nearest name', () => {
  const known = ['write-around', 'write-through', 'write-through-cache-first']

  it('looks past capitals, underscores and missing dashes', () => {
    expect(nearest('Write_Through', known)).toBe('write-through')
    expect(nearest('writearround', known)).toBe('write-around')
  })

  it('is nobody when nobody is near, or the name is endless', () => {
    expect(nearest('carrot', known)).toBeNull()
    expect(nearest('w'.repeat(1_000_000), known)).toBeNull()
  })

  it('is offered alone, and otherwise all names are', () => {
    expect(suggestion('write-arund', known)).toBe('Did you mean "write-around"?')
    expect(suggestion('carrot', known)).toBe('Use write-around, write-through or write-through-cache-first.')
    expect(either(['one'])).toBe('one')
  })
})

it('a name that means something to the language or to YAML is reserved', () => {
  expect(['__proto__', 'constructor', 'toString', 'True', 'null', 'x'].map(isReserved)).toEqual([
    ...[true, true, true, true, true],
    false,
  ])
})
