/**
 * `load FILE|PRESET [--strategy WORDS]... [--json]`: runs strategies under one workload in virtual time, side by side.
 * The same file and seed give the same bytes on every machine.
 */
import { textIn } from './files'
import { exitCodes, type ExitCode, type Host } from './host'
import { describeLoad, rowOf } from './loadAnswer'
import { LoadRefused, startRun, type LoadResult, type Strategy, type Workload } from '../model/load'
import type { Experiment } from '../model/load/workload/experiment'
import { STRATEGIES_MAX } from '../model/load/workload/limits'
import { parseWorkload } from '../model/load/workload/parse'
import { presetNamed, presets } from '../model/load/workload/presets'
import { isStrategy, readStrategy, strategyText } from '../model/load/workload/strategyText'
import { FILE_MAX } from '../model/scenario/limits'
import { either, nearest } from '../model/scenario/names'
import { problemText, quoted } from '../model/scenario/problem'

/** Milliseconds between two lines of progress. */
const PROGRESS_EVERY = 1000
/** Events between two looks at the clock. */
const SLICE = 50_000

const usage = 'Write: load FILE|PRESET [--strategy cache-aside+write-behind]... [--json].'

/** What is wrong with what was typed; its message is a whole line. */
class Mistyped extends Error {}

export function loadCommand(args: readonly string[], host: Host): ExitCode {
  try {
    const { name, texts, isJson } = wordsOf(args)
    const experiment = experimentOf(name)
    const strategies = texts.length === 0 ? experiment.strategies : texts.map(strategyOf)
    if (strategies.length === 0)
      throw new Mistyped(
        `${name} compares nothing. Add "compare" to it, or a --strategy, e.g. cache-aside+write-behind.`,
      )
    const { workload } = experiment
    const results = strategies.map((strategy) => runWithProgress(workload, strategy, host))
    if (isJson) sayJson(workload, results, host)
    else for (const line of describeLoad(workload, results)) host.say(line)
    return results.some(({ stopped }) => stopped !== null) ? exitCodes.differs : exitCodes.fine
  } catch (error) {
    if (!(error instanceof Mistyped) && !(error instanceof LoadRefused)) throw error
    for (const line of error.message.split('\n')) host.note(line)
    return exitCodes.wrong
  }
}

interface Typed {
  readonly name: string
  /** Strategies. */
  readonly texts: readonly string[]
  readonly isJson: boolean
}

function wordsOf(args: readonly string[]): Typed {
  const names: string[] = []
  const texts: string[] = []
  let isJson = false
  for (const [index, arg] of args.entries()) {
    if (args[index - 1] === '--strategy') texts.push(arg)
    else if (arg === '--json') isJson = true
    else if (arg === '--strategy' && index < args.length - 1) continue
    else if (arg.startsWith('--strategy=')) texts.push(arg.slice('--strategy='.length))
    else if (arg.startsWith('-')) throw new Mistyped(`There is no option ${quoted(arg)}. ${usage}`)
    else names.push(arg)
  }
  const [name] = names
  if (name === undefined) throw new Mistyped(`There is nothing to run. ${usage} ${presetList()}`)
  if (names.length > 1) throw new Mistyped(`One workload is run at a time, and ${names.length} are named. ${usage}`)
  if (texts.length > STRATEGIES_MAX)
    throw new Mistyped(`At most ${STRATEGIES_MAX} strategies can be told apart side by side. Leave some out.`)
  return { name, texts, isJson }
}

const presetNames = presets.map(({ workload }) => workload.workload)

const presetList = (): string => `Presets are ${either(presetNames).replace(' or ', ' and ')}.`

/** A preset by its name, or what a file says. */
function experimentOf(name: string): Experiment {
  const preset = presetNamed(name)
  if (preset !== undefined) return preset
  const text = textIn(name, FILE_MAX)
  if (text === null) {
    const near = nearest(name, presetNames)
    const advice = near === null ? presetList() : `Did you mean "${near}"?`
    throw new Mistyped(`${quoted(name)} is neither a preset nor a short text file that can be read. ${advice}`)
  }
  const parsed = parseWorkload(text, name)
  if ('problems' in parsed) throw new Mistyped(parsed.problems.map(problemText).join('\n'))
  return parsed.experiment
}

function strategyOf(text: string): Strategy {
  const strategy = readStrategy(text)
  if (isStrategy(strategy)) return strategy
  throw new Mistyped(`--strategy ${quoted(text)}: ${strategy.message}`)
}

function runWithProgress(workload: Workload, strategy: Strategy, host: Host): LoadResult {
  const run = startRun(workload, strategy)
  let told = host.now()
  while (!run.advance(SLICE)) {
    if (host.now() - told < PROGRESS_EVERY) continue
    told = host.now()
    host.note(`${strategyText(strategy)}: ${Math.floor(run.progress * 100)} % of the operations so far`)
  }
  return run.result()
}

/** One strategy on a line, so that a difference between two answers shows where it is. */
function sayJson(workload: Workload, results: readonly LoadResult[], host: Host): void {
  const rows = results.map((result) => `  ${JSON.stringify(rowOf(result))}`)
  host.say(`{ "workload": ${JSON.stringify(workload)}, "results": [\n${rows.join(',\n')}\n] }`)
}
