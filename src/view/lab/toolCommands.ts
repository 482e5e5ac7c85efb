import { always, type Command } from '../commands/command'
import { fileDialog } from './fileDialog'
import type { Player } from '../player/player'
import { labTools } from './labTools'

/** The group that the palette, the list of keys and "More" show these under. */
export const TOOLS = 'Tools'

/** What is there for those who ask: each leads to a part of the Lab that a beginner does not see. */
export const toolCommands = (player: Player): readonly Command[] => [
  {
    id: 'lab.edit',
    title: 'Edit this scenario',
    keys: [],
    group: TOOLS,
    run: () => labTools.edit(!labTools.store.getState().isEditing),
    reason: always,
  },
  {
    id: 'lab.runs',
    title: 'Run tree',
    keys: ['t'],
    group: TOOLS,
    run: () => labTools.showTree(!labTools.store.getState().isTreeShown),
    reason: () => (player.store.getState().beside.length > 0 ? 'a comparison is shown: go back to one first' : null),
  },
  {
    id: 'lab.compare',
    title: 'Compare on one schedule',
    keys: [],
    group: TOOLS,
    run: () => void compare(player),
    reason: () => (player.store.getState().beside.length > 0 ? 'a comparison is shown already' : null),
  },
  {
    id: 'lab.open',
    title: 'Open a file or a diagram',
    keys: [],
    group: TOOLS,
    run: fileDialog.ask,
    reason: always,
  },
]

/** Lays the scenario beside the one that tells most; which that is comes with the comparison. */
async function compare(player: Player): Promise<void> {
  const { nextBeside } = await import('../compare')
  const { base, scenario, beside } = player.store.getState()
  const next = nextBeside(base, [scenario])
  if (next !== null && beside.length === 0) player.compareWith([next])
}
