/**
 * What the explorer says about a strategy: one key, one reader and one writer, every interleaving. A sweep is a
 * measurement; its boundary is proved.
 */
import { faultsWith } from '../../engine/faults'
import type { FaultValue } from '../../engine/faults/fault'
import { check } from '../../explore/check'
import { answerIn } from '../../explore/report'
import { frozen } from '../../scenario/frozen'
import { misfitIn } from '../../scenario/rules'
import type { Operation, Scenario, VerdictWord } from '../../scenario/scenario'
import type { Strategy } from '../strategy'

/** A verdict, and the scenario that whoever doubts it can open. */
export interface Proof {
  readonly scenario: Scenario
  readonly property: string
  /** The answer where the property has one, the verdict otherwise. */
  readonly verdict: VerdictWord
  readonly states: number
}

export interface Asked {
  readonly property: string
  /** Guards besides the strategy's; null takes one away. */
  readonly guards?: Readonly<Record<string, string | null>>
  readonly faults?: Readonly<Record<string, FaultValue>>
  /** Whether the reader goes on for ever. */
  readonly isEndless?: boolean
}

/** The strategy as the explorer sees it. */
export function scenarioOf({ protocol, guards, replica }: Strategy, asked: Asked): Scenario {
  const chosen = Object.entries({ ...guards, ...asked.guards }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  )
  const read: Operation = { kind: asked.isEndless === true ? 'forever' : 'read', key: 'x' }
  return frozen({
    ...{ scenario: 'under-load', title: 'One reader, one writer', about: '', twin: '' },
    start: { database: { x: 1 }, cache: {} },
    protocol,
    guards: Object.fromEntries(chosen),
    clients: [
      { name: 'R', operations: [read] },
      { name: 'W', operations: [{ kind: 'write', key: 'x' }] },
    ],
    faults: faultsWith({ ...(replica === 'lagging' && { replica }), ...asked.faults }),
    ...{ check: [asked.property], expect: {}, schedule: [] },
  })
}

/** Asks the explorer; null where what is asked means nothing beside the strategy. */
export function proofOf(strategy: Strategy, asked: Asked): Proof | null {
  const scenario = scenarioOf(strategy, asked)
  if (misfitIn(scenario) !== null) return null
  const { states, results } = check(scenario)
  const [result] = results
  if (result === undefined) return null
  return { scenario, property: asked.property, verdict: answerIn(result) ?? result.verdict, states }
}
