/** What is chosen in a scenario, for whoever asks whether one choice means anything beside the others. */
import type { Faults } from '../engine/faults'
import { protocols, type ReadPattern, type WritePattern } from '../protocols'

/** The choices of a scenario, by name. */
export interface Chosen {
  readonly guards: Readonly<Record<string, string>>
  readonly protocol: { readonly read: string; readonly write: string }
  readonly faults: Faults
}

/** The same, with the patterns looked up; a pattern that does not exist has no features. */
export interface Setting extends Chosen {
  readonly read: Partial<ReadPattern>
  readonly write: Partial<WritePattern>
}

const known = <Pattern>(patterns: Readonly<Record<string, Pattern>>, name: string): Partial<Pattern> =>
  Object.hasOwn(patterns, name) ? patterns[name]! : {}

export const settingOf = ({ guards, protocol, faults }: Chosen): Setting => ({
  guards,
  protocol,
  faults,
  read: known(protocols.read, protocol.read),
  write: known(protocols.write, protocol.write),
})
