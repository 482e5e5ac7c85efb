/**
 * What memcached keeps under its keys: values, placeholders of leases, and values that are marked stale.
 *
 * A placeholder is the model's token that is out, and its unique number the token's holder: winning it, filling with it,
 * voiding it and marking are the model's lease requests. What the model leaves out is added here: the numbers' names,
 * the comparison of a clean value's number, lifetimes, and that a win which has been given stays given when a fill that
 * comes too late is stored.
 * Left out: evictions, sizes, appending, counters, unique numbers that overflow.
 * Source: memcached doc/protocol.txt, "Meta Commands"; proto_text.c and memcached.c of 1.6.
 */
import { Deadlines, type RunClock } from '../clock'
import type { Texts } from '../texts'
import type { Asked, World } from '../world'
import { Tokens } from './tokens'

/** What goes with a key's entry, or stands in its place. */
export interface Item {
  /** Changes with every store and every mark. */
  unique: number
  flags: number
  /** It holds no value yet. */
  isPlaceholder: boolean
  isStale: boolean
  /** Somebody has been told to fill it. */
  hasWinner: boolean
  isFetched: boolean
}

/** What is stored. */
export interface Storing {
  readonly text: string
  readonly flags: number
  /** The last second in which it is there; null for no end. */
  readonly end: number | null
}

export type StoreOutcome = 'stored' | 'not stored' | 'exists' | 'not found'

const MONTH = 30 * 24 * 3600

/** Whom the model never gives a token. */
const NOBODY = 0

export class Memcached {
  readonly tokens = new Tokens()
  private readonly items = new Map<string, Item>()
  private readonly deadlines: Deadlines

  constructor(
    private readonly world: World,
    readonly clock: RunClock,
    /** Every key that is ever asked for. */
    private readonly keys: readonly string[],
    private readonly textsOf: (key: string) => Texts,
    /** Whether a delete of the world leaves the entry and marks it, because the recording marks entries. */
    private readonly worldMarks: boolean,
  ) {
    this.deadlines = new Deadlines(() => clock.second)
  }

  /** The last second of something that lasts so many; nothing lasts longer than a month. */
  endAfter(seconds: number): number | null {
    if (seconds === 0) return null
    return seconds < 0 || seconds > MONTH ? -1 : this.clock.second + seconds
  }

  endOf(key: string): number | null {
    return this.deadlines.endOf(key)
  }

  setEnd(key: string, end: number | null): void {
    this.deadlines.set(key, end)
  }

  /** The item; null where there is none. */
  find(key: string): Item | null {
    const item = this.items.get(key) ?? null
    if (item === null || !this.deadlines.isOver(key)) return item
    this.world.step(item.isPlaceholder ? 'timeout' : 'expire', key)
    this.items.delete(key)
    return null
  }

  textOf(key: string, item: Item): string {
    if (item.isPlaceholder) return ''
    const { version } = this.world.ask('cache.get', key) as { readonly version: number }
    return this.textsOf(key).textOf(version)
  }

  /** Leaves a placeholder where nothing is; its token is with whoever asks. */
  vivify(key: string): Item {
    const item = { unique: this.tokens.next(), flags: 0, isStale: false, isFetched: false }
    this.items.set(key, { ...item, isPlaceholder: true, hasWinner: this.takesToken(key, item.unique) })
    this.deadlines.set(key, null)
    return this.items.get(key)!
  }

  /** Whether whoever looks is told to fill, as the first one is who misses or finds something stale. */
  wins(key: string, item: Item): boolean {
    if (item.hasWinner) return this.takesToken(key, NOBODY)
    item.hasWinner = this.takesToken(key, item.unique)
    return item.hasWinner
  }

  store(key: string, storing: Storing): void {
    this.find(key)
    this.world.ask('cache.set', key, { version: this.numberOf(key, storing.text) })
    this.keep(key, storing)
  }

  storeIf(key: string, storing: Storing, isPresent: boolean): StoreOutcome {
    if ((this.find(key) !== null) !== isPresent) return 'not stored'
    this.store(key, storing)
    return 'stored'
  }

  /** Stores over the item with that unique number; with `marksStale`, over a newer one too, as a stale value. */
  compareAndStore(key: string, unique: number, storing: Storing, marksStale = false): StoreOutcome {
    const item = this.find(key)
    if (item === null) return 'not found'
    if (this.fills(key, item, unique, storing.text)) {
      this.keep(key, storing)
      return 'stored'
    }
    if (!marksStale || unique === NOBODY || unique > item.unique) return 'exists'
    this.storeLate(key, item, unique, storing)
    return 'stored'
  }

  delete(key: string): boolean {
    const item = this.find(key)
    if (item === null) return false
    this.world.ask(this.worldMarks ? 'cache.markStale' : 'cache.delete', key)
    if (this.worldMarks) this.world.step('expire', key)
    this.items.delete(key)
    return true
  }

  /** The value stays, with its mark; the next who looks is told to fill. */
  markStale(key: string, item: Item): void {
    this.world.ask('cache.markStale', key)
    item.unique = this.tokens.next()
    item.isStale = true
    item.hasWinner = false
  }

  flush(): void {
    for (const key of this.keys) this.delete(key)
  }

  private takesToken(key: string, unique: number): boolean {
    const reply = this.world.ask('cache.leaseGet', key, {}, unique) as { readonly token?: boolean }
    return reply.token === true
  }

  /** Asks the model to store for the holder of a token or, where none is out, over the value with that number. */
  private fills(key: string, item: Item, unique: number, text: string): boolean {
    const asked: Asked = { version: this.numberOf(key, text) }
    if (item.hasWinner && (item.isPlaceholder || item.isStale))
      return (this.world.ask('cache.leaseSet', key, asked, unique) as { readonly stored: boolean }).stored
    if (unique !== item.unique) return false
    this.world.ask('cache.set', key, asked)
    return true
  }

  /** Stores with a token that is dead. The lifetime stays, and so does a win that has been given. */
  private storeLate(key: string, item: Item, unique: number, storing: Storing): void {
    const { hasWinner } = item
    const asked: Asked = { version: this.numberOf(key, storing.text) }
    const { stored } = this.world.ask('cache.leaseSetOrMark', key, asked, unique) as { readonly stored: boolean }
    if (!stored) {
      this.world.ask('cache.set', key, asked)
      this.world.ask('cache.markStale', key)
    }
    this.keep(key, { ...storing, end: this.endOf(key) })
    const late = this.items.get(key)!
    late.isStale = true
    if (hasWinner) this.wins(key, late)
  }

  private numberOf(key: string, text: string): number {
    return this.textsOf(key).numberOf(text)
  }

  private keep(key: string, { text, flags, end }: Storing): void {
    this.textsOf(key).name(this.numberOf(key, text), text)
    const isNew = { isPlaceholder: false, isStale: false, hasWinner: false, isFetched: false }
    this.items.set(key, { unique: this.tokens.next(), flags, ...isNew })
    this.deadlines.set(key, end)
  }
}
