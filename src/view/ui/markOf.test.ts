import { expect, test } from 'vitest'
import { worstOf } from '../lab/useGuards'
import { markOf } from './markOf'

const reading = { property: 'sees-the-new-value', judged: 2 }
const bounded = { ...reading, verdict: 'holds', answer: 'bounded', example: ['T2', 'T1'] } as const
const clean = { ...reading, verdict: 'holds', answer: 'never' } as const
const unknown = { ...reading, verdict: 'unknown', reason: 'Nobody knows.' } as const

test('a stale window that ends is marked as one; nothing stale holds', () => {
  expect([bounded, clean, unknown].map(markOf)).toEqual(['bounded', 'holds', 'unknown'])
})

test('the worst of several is bounded before it holds, and unknown before it is bounded', () => {
  expect([worstOf([clean, bounded]), worstOf([bounded, unknown, clean]), worstOf([])]).toEqual([
    'bounded',
    'unknown',
    null,
  ])
})
