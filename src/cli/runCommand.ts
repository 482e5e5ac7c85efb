/** Finds the command that was asked for. */
import { benchCommand } from './benchCommand'
import { checkCommand } from './checkCommand'
import { claimsCommand } from './claimsCommand'
import { exitCodes, type ExitCode, type Host } from './host'
import { loadCommand } from './loadCommand'
import { replayCommand } from './replayCommand'
import { either, suggestion } from '../model/scenario/names'
import { quoted } from '../model/scenario/problem'

type Command = (args: readonly string[], host: Host) => ExitCode

const commands: ReadonlyMap<string, Command> = new Map([
  ['bench', benchCommand],
  ['check', checkCommand],
  ['claims', claimsCommand],
  ['load', loadCommand],
  ['replay', replayCommand],
])

/** Commands that are known and not built. */
const later = ['grade', 'serve']

const usage = [
  'Usage: cachescope check FILE|FOLDER... [--json]   every interleaving of each scenario, judged',
  '       cachescope replay FILE|FOLDER...           a schedule told step by step, or a recording replayed',
  '       cachescope load FILE|PRESET [--json]       strategies under load, side by side; --strategy WORDS names others',
  '       cachescope claims [--json]                 what the sources claim, and what the engine finds',
  '       cachescope bench FILE [--json]             how fast its worlds are explored',
]

/** `args` is what was typed after the program's name. */
export function runCommand(args: readonly string[], host: Host): ExitCode {
  const [name, ...rest] = args
  if (name === '--help' || name === 'help') {
    for (const line of usage) host.say(line)
    return exitCodes.fine
  }
  const command = commands.get(name ?? '')
  if (command !== undefined) return runSafely(command, rest, host)
  if (name === undefined) for (const line of usage) host.note(line)
  else if (later.includes(name))
    host.note(`The command "${name}" is not built yet. Use ${either([...commands.keys()])}.`)
  else host.note(`There is no command ${quoted(name)}. ${suggestion(name, [...commands.keys()])}`)
  return exitCodes.wrong
}

/** A fault of ours must not look like a verdict, which Node's own exit code 1 would. */
function runSafely(command: Command, args: readonly string[], host: Host): ExitCode {
  try {
    return command(args, host)
  } catch (error) {
    host.note(
      `The command failed, and that is a mistake in cachescope: ${error instanceof Error ? error.message : 'unknown'}`,
    )
    return exitCodes.wrong
  }
}
