/** What can be done in the Lab, said once for its buttons, its keys and the palette. */
import { always, type Command } from '../commands/command'
import { commandDialogs } from '../commands/commandDialogs'
import { speeds, type Player } from '../player/player'
import type { Scenario } from '../../model/scenario/scenario'
import { choicesOfAll, whyNot, type Choice } from './choices'
import { strikesOf } from './struckChoices'
import { toolCommands } from './toolCommands'

const CLIENTS_WITH_KEYS = 8

/** What the Lab brings besides the player. */
export interface LabActions {
  /** Says the current state again. */
  readonly announceState: () => void
  readonly share: () => void
  /** Keeps the speed for the next visit. */
  readonly preferSpeed: (speed: (typeof speeds)[number]) => void
}

/** One command for each thing that the scenario could offer. */
const choiceCommands = (player: Player, choices: readonly Choice[]): readonly Command[] =>
  choices.map((choice) => ({
    id: `take.${choice.word}`,
    title: choice.title,
    keys: [],
    group: 'Steps',
    run: () => player.take(choice.word),
    reason: () => whyNot(player.store.getState(), choice),
  }))

/**
 * One key for several choices: it takes the only one that is enabled, and asks where there are more.
 * @param query what the palette is asked to find
 */
function keyFor(player: Player, choices: readonly Choice[], key: string, title: string, query: string): Command[] {
  return oneFor(player, choices, { id: `key.${key}`, keys: [key], title, query })
}

interface Asking extends Pick<Command, 'id' | 'keys' | 'title'> {
  readonly query: string
}

/** One command for several choices, which asks like a key does. */
function oneFor(player: Player, choices: readonly Choice[], { id, keys, title, query }: Asking): Command[] {
  const [first] = choices
  if (first === undefined) return []
  const enabled = () => choices.filter((choice) => whyNot(player.store.getState(), choice) === null)
  return [
    {
      id,
      title: choices.length === 1 ? first.title : title,
      keys,
      group: 'Steps',
      run() {
        const [only, ...more] = enabled()
        if (only !== undefined && more.length === 0) player.take(only.word)
        else commandDialogs.showPalette(query)
      },
      reason: () => (enabled().length > 0 ? null : whyNot(player.store.getState(), first)),
    },
  ]
}

function stepCommands(player: Player, scenario: Scenario, beside: readonly Scenario[]): readonly Command[] {
  const choices = choicesOfAll([scenario, ...beside])
  const of = (kind: string, subject?: string) =>
    choices.filter((choice) => choice.kind === kind && (subject === undefined || choice.subject === subject))
  const keyed = [
    ...scenario.clients
      .slice(0, CLIENTS_WITH_KEYS)
      .flatMap(({ name }, index) => keyFor(player, of('client', name), String(index + 1), `Step ${name} …`, name)),
    ...keyFor(player, of('crash'), 'x', 'Crash …', 'Crash'),
    ...keyFor(player, of('evict'), 'e', 'Evict …', 'Evict'),
    ...strikesOf(scenario).flatMap(({ mark, short, says }) =>
      oneFor(player, of(`!${mark}`), { id: `ask.!${mark}`, keys: [], title: `${short} …`, query: says }),
    ),
    ...oneFor(player, of('late'), { id: 'ask.late', keys: [], title: 'Deliver …', query: 'Deliver' }),
  ]
  const names = new Set(keyed.map((command) => command.title))
  return [...keyed, ...choiceCommands(player, choices).filter((command) => !names.has(command.title))]
}

function playbackCommands(player: Player, { preferSpeed }: LabActions): readonly Command[] {
  const get = player.store.getState
  const atStart = () => (get().playhead === 0 ? 'the run is at its start' : null)
  const atEnd = () => (get().playhead >= get().trace.steps.length ? 'the run is at its end' : null)
  const speedBy = (move: number) => speeds[speeds.indexOf(get().speed) + move]
  const setSpeed = (move: number) => () => {
    const speed = speedBy(move)
    if (speed === undefined) return
    player.setSpeed(speed)
    preferSpeed(speed)
  }
  const command = (
    id: string,
    title: string,
    keys: readonly string[],
    run: () => void,
    reason = always as () => string | null,
  ) => ({
    id: `player.${id}`,
    title,
    keys,
    group: 'Playing',
    run,
    reason,
  })
  return [
    command(
      'play',
      'Play or pause',
      [' ', 'k'],
      () => (get().isPlaying ? player.pause() : player.play()),
      () => (get().trace.steps.length === 0 ? 'there is nothing to play yet: take a step' : null),
    ),
    command('forward', 'Step forward', ['ArrowRight'], player.stepForward, atEnd),
    command('back', 'Step back', ['ArrowLeft'], player.stepBack, atStart),
    command('first', 'Go to the start', ['Home'], player.first, atStart),
    command('last', 'Go to the end', ['End'], player.last, atEnd),
    command('slower', 'Play slower', ['['], setSpeed(-1), () => (speedBy(-1) ? null : 'this is the slowest')),
    command('faster', 'Play faster', [']'], setSpeed(1), () => (speedBy(1) ? null : 'this is the fastest')),
  ]
}

/** All commands of the Lab for a scenario and those beside it; the list is the same as long as they are. */
export function labCommands(
  player: Player,
  scenario: Scenario,
  actions: LabActions,
  beside: readonly Scenario[] = [],
): readonly Command[] {
  const get = player.store.getState
  const command = (
    id: string,
    title: string,
    keys: readonly string[],
    run: () => void,
    reason = always as () => string | null,
  ) => ({
    id: `lab.${id}`,
    title,
    keys,
    group: 'The run',
    run,
    reason,
  })
  return [
    ...stepCommands(player, scenario, beside),
    ...playbackCommands(player, actions),
    command('undo', 'Undo', ['u', 'Mod+z'], player.undo, () => (get().past.length === 0 ? 'nothing to undo' : null)),
    command('redo', 'Redo', ['Shift+u', 'Mod+Shift+z', 'Mod+y'], player.redo, () =>
      get().future.length === 0 ? 'nothing to redo' : null,
    ),
    command('state', 'Say the current state', ['c'], actions.announceState),
    command('share', 'Share this moment', [], actions.share),
    ...toolCommands(player),
  ]
}
