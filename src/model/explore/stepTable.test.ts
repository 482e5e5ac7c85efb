import { describe, expect, it } from 'vitest'
import { Search } from './search'
import { compile } from '../engine/compile'
import type { OwnMover } from '../engine/mover'
import { sketched } from '../testing/sketch'

/** Searches a scenario with an eviction that promises to touch these keys, by their index. */
function searching(touches: (choice: number) => { readonly key: number }) {
  const model = compile(sketched({ cache: { x: 1, y: 1 }, evict: 1, clients: { T1: ['read x', 'read y'] } }))
  const own = model.own.map((mover): OwnMover => Object.assign(mover, { touches }))
  const search = new Search({ ...model, own, movers: [...model.clients, ...own] }, [])
  search.advance(Infinity)
  return search.states
}

describe('a step', () => {
  it('that touches what it has promised to is worked out once and remembered', () => {
    expect(searching((choice) => ({ key: choice }))).toBe(15)
  })

  it('that changes a part which it has not promised stops the search', () => {
    expect(() => searching(() => ({ key: 0 }))).toThrow(
      'A step of evict:x changes part 1 of the world, which it has not promised.',
    )
  })
})
