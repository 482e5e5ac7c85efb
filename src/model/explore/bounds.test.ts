import { expect, it } from 'vitest'
import { beyondBounds, isRun } from './bounds'
import { sketched } from '../testing/sketch'

const reads = (repeat: number) => ({ ...sketched({ clients: { T1: ['read x'] } }), repeat, schedule: ['T1'] })

it('counts the operations of a client as often as they are repeated', () => {
  expect([beyondBounds(reads(8)), beyondBounds(reads(9))]).toEqual([
    null,
    'The exhaustive check takes up to 8 operations a client, and T1 has 9. A seed or a schedule plays a single run.',
  ])
})

it('takes a schedule for the one run to judge where there are too many, and for the run to open with where not', () => {
  expect([isRun(reads(9)), isRun(reads(8))]).toEqual([true, false])
})
