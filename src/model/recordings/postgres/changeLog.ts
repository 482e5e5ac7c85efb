/**
 * The two who follow the change log: the standby, which applies commits unless it is paused, and a slot, from which a
 * listener takes them.
 *
 * The standby is the model's replica, one step a commit. The slot hands out every change since it was made, in the
 * order of the commits and of the statements inside one; taking consumes them and peeking does not.
 * Source: PostgreSQL documentation, 9.27.4 Recovery Control Functions, 49.1 Logical Decoding.
 */
import type { Row } from '../../engine/program'
import type { Answer } from '../reply'
import { recordedVersion, Texts } from '../texts'
import type { World } from '../world'

/** One row that changed. */
export interface Change {
  readonly key: string
  readonly value: string
  readonly version: number
}

export class ChangeLog {
  private readonly standby = new Map<string, Texts>()
  private isPaused = false
  /** What the standby has not applied, one for each row of each commit. */
  private toApply: Change[] = []
  /** What the slot has not handed over; null where there is no slot. */
  private slot: Change[] | null = null

  constructor(
    private readonly world: World,
    start: ReadonlyMap<string, { readonly version: number; readonly value: string }>,
  ) {
    for (const [key, { version, value }] of start) {
      const texts = new Texts('plain')
      texts.name(version, value)
      this.standby.set(key, texts)
    }
  }

  /** Notes what was committed together. */
  append(changes: readonly Change[]): void {
    const followed = changes.filter(({ key }) => this.standby.has(key))
    this.slot?.push(...followed)
    // The model's log has one entry for each row of a commit, as the standby sees nothing in between.
    const last = new Map(changes.map((change) => [change.key, change]))
    this.toApply.push(...last.values())
    if (!this.isPaused) this.catchUp()
  }

  createSlot(): Answer {
    this.slot = []
    return 'SLOT'
  }

  /** What a listener is handed; `consumes` where it is not handed out again. */
  take(consumes: boolean): Answer {
    const changes = this.slot
    if (changes === null) return 'ERR: replication slot does not exist'
    if (consumes) this.slot = []
    return changes.map(({ key, value, version }) => ({ k: key, v: value, version: recordedVersion(version) }))
  }

  pause(): Answer {
    this.isPaused = true
    return 'PAUSED'
  }

  resume(): Answer {
    this.isPaused = false
    this.catchUp()
    return 'CAUGHT-UP'
  }

  /** The row at the standby; null where there is none. */
  read(key: string): Answer {
    const texts = this.standby.get(key)
    if (texts === undefined) return null
    const { version } = this.world.ask('replica.select', key) as Row
    return { v: texts.textOf(version), version: recordedVersion(version) }
  }

  private catchUp(): void {
    while (this.world.step('replica')) {
      const change = this.toApply.shift()!
      this.standby.get(change.key)?.name(change.version, change.value)
    }
  }
}
