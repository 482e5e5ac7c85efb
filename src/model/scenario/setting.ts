/** What is chosen in a scenario, for whoever asks whether one choice means anything beside the others. */
import type { Faults } from '../engine/faults'
import { protocols, type ReadPattern, type WritePattern } from '../protocols'
import type { Client, Composed, Operation, Scenario } from './scenario'

/** The choices of a scenario, by name. */
export interface Chosen {
  readonly guards: Readonly<Record<string, string>>
  readonly protocol: { readonly read: string; readonly write: string }
  readonly faults: Faults
  /** Who does what, where that is known. */
  readonly clients?: readonly Client[]
  readonly composed?: Composed
  readonly start?: Pick<Scenario['start'], 'database'>
}

/** The same, with the patterns looked up; a pattern that does not exist has no features. */
export interface Setting extends Chosen {
  readonly composed: Composed
  /** Whether a client does something of this kind; yes where nobody knows. */
  readonly does: (kind: Operation['kind']) => boolean
  /** Whether a row is not there at the start. */
  readonly hasAbsentRows: boolean
  readonly read: Partial<ReadPattern>
  readonly write: Partial<WritePattern>
}

const known = <Pattern>(patterns: Readonly<Record<string, Pattern>>, name: string): Partial<Pattern> =>
  Object.hasOwn(patterns, name) ? patterns[name]! : {}

export const settingOf = ({ guards, protocol, faults, clients, composed = {}, start }: Chosen): Setting => ({
  guards,
  protocol,
  faults,
  composed,
  does: (kind) => clients?.some(({ operations }) => operations.some((each) => each.kind === kind)) ?? true,
  hasAbsentRows: Object.values(start?.database ?? {}).includes(0),
  read: known(protocols.read, protocol.read),
  write: known(protocols.write, protocol.write),
})
