/**
 * The real Lab with a run of 200 steps, for the frames bench. Such a run is longer than a scenario of the catalogue, which
 * has to be checked exhaustively, may be.
 */
import '../../../src/view/theme/index.css'
import { createRoot } from 'react-dom/client'
import { noFaults } from '../../../src/model/engine/faults'
import type { Scenario } from '../../../src/model/scenario/scenario'
import { registry } from '../../../src/view/commands/registry'
import { listenToKeys } from '../../../src/view/commands/useKeys'
import { Lab } from '../../../src/view/lab/Lab'
import { SlotContext } from '../../../src/view/shell/slot'

const ROUNDS = 40

/** A miss of three steps and a write of two, forty times. */
const scenario: Scenario = {
  scenario: 'frames',
  title: 'Two hundred steps',
  about: '',
  start: { database: { x: 1 }, cache: {} },
  protocol: { read: 'cache-aside', write: 'write-invalidate' },
  guards: {},
  clients: [
    { name: 'T1', operations: Array.from({ length: ROUNDS }, () => ({ kind: 'read', key: 'x' })) },
    { name: 'T2', operations: Array.from({ length: ROUNDS }, () => ({ kind: 'write', key: 'x' })) },
  ],
  faults: noFaults,
  check: ['converges'],
  expect: {},
  schedule: [],
  twin: '',
}

const schedule = Array.from({ length: ROUNDS }, () => ['T1', 'T1', 'T2', 'T2', 'T1']).flat()
/** `?three` shows it beside two others: one under a lease, and one whose delete the schedule has no step for. */
const beside: readonly Scenario[] =
  location.search === '?three'
    ? [
        { ...scenario, guards: { lease: 'wait' } },
        { ...scenario, protocol: { ...scenario.protocol, write: 'deferred-invalidate' } },
      ]
    : []

listenToKeys(window, registry, () => true)
const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root".')
createRoot(root).render(
  <SlotContext value={null}>
    <Lab opened={{ opening: { base: scenario, schedule, step: 0, beside }, problem: null }} />
  </SlotContext>,
)
