/** Long histories of clients that share registers, made without chance: the same sizes give the same history. */
import type { HistoryOperation } from '../histories'

export interface Sizes {
  readonly operations: number
  readonly keys: number
  readonly clients: number
  /** How many different values are written; Infinity for a new one each time. */
  readonly values: number
  /** The last read up to this operation returns what was there before; null where all reads are right. */
  readonly wrongAt: number | null
}

/** A small generator of the Lehmer kind. */
function chance(): (below: number) => number {
  let seed = 20_261_120
  return (below) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
}

/** How long an operation takes at most, in steps of the clock. */
const LENGTH = 8

/** Each client in turn reads or writes some key; it takes effect somewhere while it is under way. */
export function longHistory({ operations, keys, clients, values, wrongAt }: Sizes): HistoryOperation[] {
  const below = chance()
  const drafts = Array.from({ length: operations }, (_, index) => {
    const round = Math.floor(index / clients) * (LENGTH + 2)
    const from = round + below(3)
    const to = from + 1 + below(LENGTH - 2)
    const key = `k${String(below(keys))}`
    const kind: 'read' | 'write' = below(2) === 0 ? 'read' : 'write'
    return { client: `T${String(index % clients)}`, kind, key, from, to, at: from + below(to - from + 1), index }
  })
  const memory = new Map<string, string[]>()
  const found: HistoryOperation[] = []
  for (const { at: _at, index, ...draft } of drafts.toSorted((a, b) => a.at - b.at)) {
    const written = memory.get(draft.key) ?? []
    memory.set(draft.key, written)
    if (draft.kind === 'write') written.push(values === Infinity ? `v${String(index)}` : `v${String(below(values))}`)
    found[index] = { ...draft, value: written.at(-1) ?? null }
  }
  return wrongAt === null ? found : withWrongRead(found, wrongAt)
}

/** The last read up to `at` that can be made wrong returns a value that was written, but not lately. */
function withWrongRead(history: HistoryOperation[], at: number): HistoryOperation[] {
  for (let index = at; index >= 0; index--) {
    const read = history[index]!
    const lately = history.filter(({ from }) => from > read.from - 3 * (LENGTH + 2) && from <= read.from + LENGTH)
    const old = history.find(
      ({ value, kind }) => kind === 'write' && !lately.some((operation) => operation.value === value),
    )
    if (read.kind === 'read' && old) return history.with(index, { ...read, value: old.value })
  }
  throw new Error('No read can be made wrong: use more values, or fewer clients.')
}
