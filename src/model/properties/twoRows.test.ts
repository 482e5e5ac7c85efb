/** What properties make of operations on two rows, which are told row by row and then as a whole. */
import { describe, expect, it } from 'vitest'
import { propertyNamed } from '.'
import { firstViolation } from '../explore/firstViolation'
import { sketched, words, type Sketch } from '../testing/sketch'

const violation = (property: string, sketch: Sketch, schedule: string) =>
  firstViolation(sketched(sketch), propertyNamed(property)!, words(schedule))

describe('a value that is loaded while two rows are committed together', () => {
  it.each(['transfer x y', 'transfer y x'])('is torn, whichever row the writer names first: %s', (operation) => {
    const sketch: Sketch = { composed: { card: ['x', 'y'] }, clients: { T1: ['read card'], T2: [operation] } }
    expect(violation('no-torn-read', sketch, 'T1 T1 T2 T1 T1')).toBe(5)
    expect(violation('no-torn-read', sketch, 'T1 T2 T1 T1 T1')).toBeNull()
  })

  it('is whole when the rows are committed one after the other, because they stood so in between', () => {
    const sketch: Sketch = {
      composed: { card: ['x', 'y'] },
      clients: { T1: ['read card'], T2: ['write y', 'write x'] },
    }
    expect(violation('no-torn-read', sketch, 'T1 T1 T2 T2 T2 T2 T1 T1')).toBeNull()
    const other: Sketch = { ...sketch, clients: { T1: ['read card'], T2: ['write x', 'write y'] } }
    expect(violation('no-torn-read', other, 'T1 T1 T2 T2 T2 T2 T1 T1')).toBe(8)
  })
})

describe('the answer to a write of two rows', () => {
  const sketch: Sketch = { write: 'write-around', cache: { x: 1, y: 1 }, database: { x: 1, y: 1 }, clients: {} }

  it.each(['x', 'y'])('promises both of them: an old %s is behind what is known', (row) => {
    const clients = { T1: ['transfer x y'], T2: [`read ${row}`] }
    expect(violation('linearizable', { ...sketch, clients }, 'T1 T2')).toBe(2)
    expect(violation('linearizable', { ...sketch, clients }, 'T2 T1')).toBeNull()
  })

  it.each(['x', 'y'])('is the writer’s own for both: it must not read an old %s afterwards', (row) => {
    const clients = { T1: ['transfer x y', `read ${row}`] }
    expect(violation('read-your-writes', { ...sketch, clients }, 'T1 T1')).toBe(2)
  })
})
