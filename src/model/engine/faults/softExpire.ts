/**
 * Soft-expire: the soft lifetime of an entry runs out. The entry stays and is handed out; the next read that
 * finds it so asks for its reload.
 * Atomic: the mark. Left out: ticks; here only the order of events counts.
 * Source: Caffeine `refreshAfterWrite`; RFC 5861, `stale-while-revalidate`.
 */
import { ABSENT } from '../resources/cache'
import { SOFT } from '../resources/refresh'
import { offsetOf, type Memory } from '../layout'
import type { Happening, OwnMover } from '../mover'
import { counted, type Fault } from './fault'

class SoftExpiry implements OwnMover {
  readonly choices: number
  private readonly cache: number
  private readonly soft: number

  /** `budgetAt` is the cell that counts down, or -1 where there is no budget. */
  constructor(
    private readonly memory: Memory,
    private readonly keys: readonly string[],
    private readonly budgetAt: number,
  ) {
    this.choices = keys.length
    this.cache = offsetOf(memory, 'cache')
    this.soft = offsetOf(memory, 'soft')
  }

  get awaited(): boolean {
    return this.budgetAt < 0
  }

  word(choice: number): string {
    return `soft-expire:${this.keys[choice]!}`
  }

  happening(choice: number): Happening {
    return { type: 'soft-expire', key: this.keys[choice]!, client: '' }
  }

  touches(choice: number) {
    return { key: choice }
  }

  move(choice: number): boolean {
    const { cells } = this.memory
    if (cells[this.cache + choice] === ABSENT || cells[this.soft + choice] !== 0) return false
    if (this.budgetAt >= 0) {
      if (cells[this.budgetAt] === 0) return false
      cells[this.budgetAt]!--
    }
    cells[this.soft + choice] = SOFT
    return true
  }
}

const isBudget = (value: number | 'any'): value is number => value !== 'any' && value > 0

/** Cells: `soft-expire` what is left of the budget, where there is one. */
export const softExpire: Fault<'soft-expire', number | 'any'> = {
  name: 'soft-expire',
  absent: 0,
  form: { kind: 'count-or-any', what: 'The number of soft expiries (or "any")' },
  word: {
    head: 'soft-expire',
    of: 'key',
    verb: 'Soft-expire',
    short: 'Soft-expire',
    why({ cache, soft }, key) {
      if ((cache[key] ?? null) === null) return `${key} is not cached`
      return (soft?.[key] ?? null) === null ? 'no soft expiry is left' : `${key} is soft-expired already`
    },
  },
  lacks: ({ guards }) =>
    guards['soft-expiry'] === undefined
      ? 'about entries with a soft lifetime, and these have none. Add the guard soft-expiry, or use expire.'
      : null,
  searched({ faults }) {
    const budget = faults['soft-expire']
    return budget === 'any' ? ['any soft expiry'] : counted(budget, 'soft expiry', 'soft expiries')
  },
  reserve(layout, scenario) {
    if (isBudget(scenario.faults['soft-expire'])) layout.reserveForWorld('soft-expire', 1)
  },
  start(memory, scenario) {
    const budget = scenario.faults['soft-expire']
    if (isBudget(budget)) memory.cells[offsetOf(memory, 'soft-expire')] = budget
  },
  movers({ memory, scenario, keys }) {
    if (scenario.faults['soft-expire'] === 0) return []
    return [new SoftExpiry(memory, keys, offsetOf(memory, 'soft-expire'))]
  },
}
