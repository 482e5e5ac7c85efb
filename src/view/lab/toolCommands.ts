import { always, type Command } from '../commands/command'
import { fileDialog } from './fileDialog'
import { labTools } from './labTools'

/** The group that the palette, the list of keys and "More" show these under. */
export const TOOLS = 'Tools'

/** What is there for those who ask: each leads to a part of the Lab that a beginner does not see. */
export const toolCommands = (): readonly Command[] => [
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
    reason: always,
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
