/**
 * What a guard is: a change to the resources that a program is given, never to the program.
 *
 * `wrap` is called once for each operation, so whatever it keeps in its closure (a token, a stamp) is
 * private to that operation. Guards apply in the order of the registry; a later one wraps what an
 * earlier one left.
 */
import type { Resources } from '../engine/program'

export interface Guard {
  readonly name: string
  /** What a person calls it. */
  readonly title: string
  /** One line why, for the switch: what it does, not what it proves. */
  readonly says: string
  /** Allowed values, the first one being what a switch turns on; `['true']` for a bare name. */
  readonly values: readonly string[]
  wrap?(resources: Resources, value: string, role: 'read' | 'write'): Resources
}
