/**
 * Every complete schedule of a scenario, one by one and nothing merged, like `complete` of `schedules.ts` but on one
 * memory: worlds are taken back instead of replayed, so that thousands of schedules can be gone through.
 */
import { compile } from '../engine/compile'
import { offsetOf } from '../engine/layout'
import type { HistoryOperation } from '../histories'
import type { Scenario } from '../scenario/scenario'

export interface FinishedRun {
  readonly words: readonly string[]
  /** What clients saw; a version is a value, and times are numbers of steps. */
  readonly history: readonly HistoryOperation[]
  /** Version by key index; 0 where nothing is cached. */
  readonly cache: readonly number[]
  readonly database: readonly number[]
}

interface Open {
  readonly kind: 'read' | 'write'
  readonly key: string
  readonly from: number
}

/** Calls `visit` for each complete schedule, in canonical order. */
export function everyRun(scenario: Scenario, visit: (run: FinishedRun) => void): void {
  const model = compile(scenario)
  const { memory, keys } = model
  const part = (name: string) => {
    const at = offsetOf(memory, name)
    return Array.from(memory.cells.slice(at, at + keys.length))
  }
  const words: string[] = []
  let open: readonly (Open | null)[] = scenario.clients.map(() => null)
  let answered: readonly HistoryOperation[] = []

  for (const client of model.clients)
    client.watcher = {
      invoked(index, kind, key) {
        open = open.with(index, { kind, key: keys[key]!, from: words.length })
      },
      responded(index, _kind, _key, version) {
        const name = scenario.clients[index]!.name
        answered = [...answered, { client: name, ...open[index]!, value: String(version), to: words.length }]
        open = open.with(index, null)
      },
    }

  const goOn = (): void => {
    const before = { world: memory.words.slice(), open, answered }
    let isComplete = true
    for (const mover of model.movers)
      for (let choice = 0; choice < mover.choices; choice++) {
        words.push(mover.word(choice))
        if (mover.move(choice)) {
          isComplete = false
          goOn()
        }
        words.pop()
        memory.words.set(before.world)
        ;({ open, answered } = before)
      }
    if (isComplete)
      visit({
        words: [...words],
        history: [...answered, ...pending()],
        cache: part('cache'),
        database: part('database'),
      })
  }

  /** Operations that nobody heard the end of; how they would have ended is not known. */
  const pending = () =>
    open.flatMap((each, index): readonly HistoryOperation[] =>
      each === null ? [] : [{ client: scenario.clients[index]!.name, ...each, value: null, to: null }],
    )

  model.reset()
  goOn()
}
