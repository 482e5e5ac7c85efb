/** One atomic request to a small world of one key, outside any program, so that a test can ask anything of any world. */
import { compile } from '../engine/compile'
import { offsetOf } from '../engine/layout'
import type { Request } from '../engine/program'
import { requestKinds } from '../engine/resources'
import { sketched } from './sketch'

export interface Atom {
  /** Version in the database; 1 when nothing is said. */
  readonly database?: number
  /** Cached version; absent when nothing is said. */
  readonly cache?: number
  /** Who holds the lease token: T1, T2, or nobody when nothing is said. */
  readonly lease?: 'T1' | 'T2'
  /** Who asks; T1 when nothing is said. */
  readonly by?: 'T1' | 'T2'
}

export interface Answer {
  /** What the program is told; `waits` while the request cannot be answered. */
  readonly reply: unknown
  readonly database: number
  readonly cache: number | null
  readonly lease: string | null
}

const names = ['T1', 'T2']

/** Asks one request about x, e.g. `{ kind: 'cache.set', version: 2 }`, and says what it did. */
export function asked(atom: Atom, request: Omit<Request, 'key'>): Answer {
  const scenario = sketched({
    write: 'write-through-cache-first',
    guards: { lease: 'wait' },
    clients: { T1: ['read x'], T2: ['read x'] },
  })
  const { memory } = compile(scenario)
  const { cells } = memory
  const [database, cache, lease, counter] = ['database', 'cache', 'lease', 'counter'].map((name) =>
    offsetOf(memory, name),
  ) as [number, number, number, number]
  cells[database] = cells[counter] = atom.database ?? 1
  cells[cache] = atom.cache ?? 0
  cells[lease] = atom.lease === undefined ? 0 : names.indexOf(atom.lease) + 1
  const kind = requestKinds.get(request.kind)!
  const client = names.indexOf(atom.by ?? 'T1')
  const bound = kind.bind({ memory, scenario, keyIndex: () => 0 }, { key: 'x', ...request })
  const reply = bound.ready?.(client) === false ? 'waits' : kind.decode(bound.perform(client))
  return {
    reply,
    database: cells[database],
    cache: cells[cache] === 0 ? null : cells[cache],
    lease: names[cells[lease] - 1] ?? null,
  }
}
