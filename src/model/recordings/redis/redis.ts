/**
 * What Redis keeps under its keys: at most one text each, and when it ends. The model decides what is stored and what
 * is there; this puts words and deadlines on it.
 *
 * A key whose deadline has passed is gone when somebody looks, by the step with which an entry expires in the model.
 * Left out: eviction policies, other types than strings and hashes, persistence.
 * Source: redis.io/commands SET, GET, DEL, EXPIRE, PTTL.
 */
import { Deadlines, type Moment, type RunClock } from '../clock'
import { Connections } from './connections'
import { Hashes } from './hashes'
import type { Texts } from '../texts'
import type { Asked, World } from '../world'

/** When a stored text ends: at a moment, never (null), or when what it replaces would have. */
export type Ending = Moment | null | 'as before'

export class Redis {
  readonly connections = new Connections()
  readonly hashes = new Hashes()
  private readonly deadlines: Deadlines
  private readonly changes = new Map<string, number>()

  constructor(
    readonly world: World,
    readonly clock: RunClock,
    /** Every key that is ever asked for. */
    readonly keys: readonly string[],
    private readonly textsOf: (key: string) => Texts,
    /** What a process wrote down when it last looked at its own clock; null before it did. */
    readonly stampOf: (process: string) => Moment | null,
  ) {
    this.deadlines = new Deadlines(() => clock.now)
  }

  texts(key: string): Texts {
    return this.textsOf(key)
  }

  /** The text that is there; null where there is none. */
  get(key: string): string | null {
    this.expireIfOver(key)
    const hit = this.world.ask('cache.get', key) as { readonly found: boolean; readonly version: number }
    return hit.found ? this.texts(key).textOf(hit.version) : null
  }

  /** Stores a text by the rule of a kind of request; says whether the model accepted it. */
  store(key: string, text: string, ends: Ending, kind = 'cache.set', asked: Asked = {}): boolean {
    this.expireIfOver(key)
    const number = this.texts(key).numberOf(text)
    if (this.isRefused(key, kind, { ...asked, version: number })) return false
    this.texts(key).name(number, text)
    this.noteStored(key, ends)
    return true
  }

  /** Whether a conditional store would be accepted; nothing is stored. */
  wouldStore(key: string, kind: string, asked: Asked): boolean {
    this.expireIfOver(key)
    return this.world.imagine(() => !this.isRefused(key, kind, asked))
  }

  /** Says whether there was anything to remove. */
  delete(key: string): boolean {
    if (this.get(key) === null) return false
    this.world.ask('cache.delete', key)
    this.deadlines.set(key, null)
    this.noteChange(key)
    return true
  }

  /** null where the text there ends at no time. */
  endOf(key: string): Moment | null {
    return this.deadlines.endOf(key)
  }

  setEnd(key: string, end: Moment | null): void {
    this.deadlines.set(key, end)
    this.noteChange(key)
  }

  /** After something was stored by other means. */
  noteStored(key: string, ends: Ending): void {
    if (ends !== 'as before') this.deadlines.set(key, ends)
    this.noteChange(key)
  }

  /** How often the key has changed, so that whoever watches it can tell. */
  changesOf(key: string): number {
    this.expireIfOver(key)
    return this.changes.get(key) ?? 0
  }

  /** Everything goes. */
  flush(): void {
    for (const key of this.keys) this.delete(key)
  }

  private isRefused(key: string, kind: string, asked: Asked): boolean {
    const reply = this.world.ask(kind, key, asked) as { readonly stored?: boolean }
    return reply.stored === false
  }

  private noteChange(key: string): void {
    this.changes.set(key, (this.changes.get(key) ?? 0) + 1)
  }

  private expireIfOver(key: string): void {
    if (!this.deadlines.isOver(key)) return
    this.world.step('expire', key)
    this.deadlines.set(key, null)
    this.noteChange(key)
  }
}
